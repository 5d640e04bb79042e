import ast

from make_it_typed import repository

STRICT = "[mypy]\nstrict = true\n"
USE = '''"""Uses the shop as it should be used, and wrongly where mypy has to object."""

from shop.basket import Basket
from shop.receipt import receipt
from shop.stock import price_of

basket = Basket()
basket.add("TEA-01")
basket.add("MUG-02", 2)
total: int = basket.total()
price: int | None = price_of("TEA-01")
lines: list[str] = receipt(basket, "Amira")
receipt(basket)
receipt(basket, None)

basket.add(7)  # type: ignore[arg-type]
basket.add("TEA-01", "two")  # type: ignore[arg-type]
price_of("TEA-01") + 1  # type: ignore[operator]
price_of(7)  # type: ignore[arg-type]
receipt("TEA-01")  # type: ignore[arg-type]
receipt(basket, 7)  # type: ignore[arg-type]
'''
TRY = '''
import sys

from shop.basket import Basket
from shop.receipt import receipt
from shop.stock import PRICES, price_of

basket = Basket()
basket.add("TEA-01", 2)
basket.add("MUG-02")
basket.add("TEA-01")
assert price_of("TEA-01") == 450 and price_of("PEN-09") is None, "prices"
assert basket.total() == 2340, "total"
assert Basket().total() == 0, "empty"
assert receipt(basket, "Amira") == ["for Amira", "3 x TEA-01", "1 x MUG-02", "23.40"], "receipt"
assert receipt(Basket()) == ["0.00"], "receipt"
assert receipt(Basket(), "") == ["for ", "0.00"], "receipt"
free = Basket()
free.add("BAG-00", 3)
PRICES["BAG-00"] = 0
assert free.total() == 0, "a price of 0"
basket.add("PEN-09", 2)
try:
    print("a total of", basket.total())
    sys.exit(3)
except LookupError as error:
    sys.exit(0 if "PEN-09" in str(error) else 4)
except TypeError:
    sys.exit(5)
'''


def main():
    return repository.branches["main"]


def complaints():
    """The errors of mypy in the shop, and in a program that uses it."""
    done = main().run(
        "mypy --config-file strict.ini --cache-dir=/dev/null shop use_it.py",
        beside={"strict.ini": STRICT, "use_it.py": USE},
    )
    errors = [line for line in done.output.splitlines() if ": error: " in line]
    assert errors or not done.status, f"mypy could not read the shop: {done.first_line}"
    there = [line for line in errors if not line.startswith("use_it.py")]
    return there, [line for line in errors if line.startswith("use_it.py")]


def python_files():
    return {name: text for name, text in main().files.items() if name.endswith(".py")}


def test_mypy_has_nothing_to_say_of_the_shop():
    there, _ = complaints()
    assert not there, f"On `main`, `mypy --strict` still finds {len(there)}. The first:\n{there[0]}"


def test_the_types_are_exact():
    there, using = complaints()
    assert there or not using, (
        "A program that uses the shop finds a type that is too wide or too narrow:\n"
        f"{using[0]}\nThere, `Basket.add` takes a string and a number, `total` gives an int, `price_of` "
        "an int or None, and `receipt` takes a basket and a name or None."
    )


def test_nothing_is_hidden_from_mypy():
    for name, text in python_files().items():
        names = {getattr(one, "id", getattr(one, "attr", "")) for one in ast.walk(ast.parse(text))}
        assert "type: ignore" not in text, f"`{name}` has a `# type: ignore`: find out what mypy means."
        assert "mypy:" not in text, f"`{name}` has a comment that steers mypy."
        assert not names & {"Any", "cast", "no_type_check"}, (
            f"`{name}` uses `Any` or `cast`, which switch the checker off. Say what the value is."
        )


def test_the_settings_are_as_they_were():
    first = repository.log("main")[-1].files
    assert main().files.get("pyproject.toml") == first["pyproject.toml"], (
        "`pyproject.toml` has changed. The settings of mypy stay as strict as they were."
    )


def test_the_shop_does_what_it_did():
    done = main().run("try_it.py", beside={"try_it.py": TRY})
    assert done.status in (0, 3, 4, 5), f"The shop no longer works as before: {done.output[-300:]}"


def test_a_product_without_a_price_is_a_lookup_error():
    done = main().run("try_it.py", beside={"try_it.py": TRY})
    assert done.status != 5, "A basket with `PEN-09` still ends with the `TypeError` of the ticket."
    assert done.status != 3, f"A basket with `PEN-09`, which has no price, gives {done.output.strip()}."
    assert done.status == 0, "The `LookupError` does not say which product it is: put its SKU in."


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status))
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."
