import json

from add_a_column import repository

TRY = '''
import json, sqlite3

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from alembic.util import CommandError

config = Config("alembic.ini", stdout=open("said.txt", "w"))
found = {}


def ask(sql, *values):
    with sqlite3.connect("shop.db") as shop:
        return shop.execute(sql, values).fetchall()


def columns():
    return [row[1] for row in ask("PRAGMA table_info(customers)")]


def attempt(name, work, *given):
    try:
        found[name] = work(*given)
        return True
    except Exception as error:
        found["failed"] = name
        found["error"] = f"{type(error).__name__}: {error}".splitlines()[0]
        return False


def refused(sql, *values):
    try:
        ask(sql, *values)
    except sqlite3.IntegrityError:
        return True
    return False


def whole_way():
    if not attempt("read", lambda: ScriptDirectory.from_config(config).get_heads()):
        return
    if len(found["read"]) != 1 or not attempt("old", command.upgrade, config, "0001"):
        return
    if columns() != ["id", "email"]:
        return
    for email in ("amira@post.example", "gone@post.example", "erik@post.example"):
        ask("INSERT INTO customers (email) VALUES (?)", email)
    ask("DELETE FROM customers WHERE email = 'gone@post.example'")
    if not attempt("up", command.upgrade, config, "head"):
        return
    found["columns"] = columns()
    found["rows"] = ask("SELECT * FROM customers ORDER BY id")
    if "country" in found["columns"]:
        found["refused"] = refused("INSERT INTO customers (email, country) VALUES ('x', NULL)")
        found["unique"] = refused(
            "INSERT INTO customers (email, country) VALUES ('erik@post.example', 'DE')"
        )
        found["type"] = [row[2] for row in ask("PRAGMA table_info(customers)") if row[1] == "country"]
        spain = "INSERT INTO customers (email, country) VALUES ('lucia@post.example', 'ES')"
        attempt("spain", ask, spain)
    attempt("check", command.check, config)
    if attempt("down", command.downgrade, config, "0001"):
        found["below"] = columns()
        found["left"] = ask("SELECT id, email FROM customers ORDER BY id")
        found["unique below"] = refused("INSERT INTO customers (email) VALUES ('erik@post.example')")
        found["known below"] = refused("INSERT INTO customers (email) VALUES (NULL)")
        attempt("again", command.upgrade, config, "head")


whole_way()
print(json.dumps(found))
'''
FIRST = "migrations/versions/0001_customers.py"


def main():
    return repository.branches["main"]


def tried():
    """What the migrations of `main` do to a database with two customers."""
    done = main().run("try_it.py", beside={"try_it.py": TRY})
    assert not done.status, f"Alembic cannot work with what is on `main`:\n{done.output[-400:].strip()}"
    return json.loads(done.output.splitlines()[-1])


def worked(name, what):
    found = tried()
    assert found.get("failed") != name, f"{what} ends with {found.get('error')}"
    return found


def test_there_is_one_new_migration_after_the_first():
    before = repository.log("main")[-1].files
    assert main().files.get(FIRST) == before[FIRST], (
        f"`{FIRST}` has changed. It has run in production: what it missed there, nobody makes up for."
    )
    new = [name for name in main().files if name.startswith("migrations/versions/")]
    assert len(new) > 1, "There is no second migration in `migrations/versions` on `main` yet."
    heads = worked("read", "Reading the migrations")["read"]
    assert len(heads) == 1, "Two migrations come after the same one: `down_revision` says which is before."


def test_a_database_with_customers_can_be_upgraded():
    found = worked("up", "`alembic upgrade head`, on a database with two customers,")
    assert "country" in found.get("columns", []), "After `alembic upgrade head` there is no `country`."


def test_customers_are_kept_and_live_in_portugal():
    rows = [row[1:] for row in tried().get("rows", [])]
    wanted = [["amira@post.example", "PT"], ["erik@post.example", "PT"]]
    assert rows == wanted, f"After the upgrade, the two customers are {rows}, and not {wanted}."
    numbers = [row[0] for row in tried()["rows"]]
    assert numbers == [1, 3], f"The customers had the ids 1 and 3. After the upgrade they have {numbers}."


def test_a_customer_without_a_country_is_refused():
    assert tried().get("refused"), "The table takes a customer whose country is NULL."


def test_the_country_is_a_string():
    (kind,) = tried().get("type", ["missing"])
    assert any(word in kind.upper() for word in ("CHAR", "TEXT", "CLOB")), (
        f"The column `country` is of the type {kind}, which is not for strings."
    )


def test_there_may_be_customers_in_spain():
    worked("spain", "Adding a customer who lives in `ES`")


def test_addresses_are_still_unique():
    assert tried().get("unique"), "After the upgrade two customers can have the same address."


def test_model_and_table_agree():
    worked("check", "`alembic check`, which compares the model with the table,")
    assert "country" in main().files["models.py"], "`models.py` does not have the column."


def test_there_is_a_way_back():
    found = worked("down", "`alembic downgrade 0001`")
    assert found.get("below") == ["id", "email"], (
        f"After `alembic downgrade 0001` the columns are {found.get('below')}."
    )
    assert (found.get("left") or [])[:2] == [[1, "amira@post.example"], [3, "erik@post.example"]], (
        f"On the way back the customers change: {found.get('left')}."
    )
    assert found["unique below"], "After `alembic downgrade 0001` two customers can have the same address."
    assert found["known below"], "After `alembic downgrade 0001` a customer needs no address any more."
    worked("again", "Upgrading once more after that")


def test_customers_of_every_country_stay_on_the_way_back():
    left = [email for _, email in tried().get("left", [])]
    assert "lucia@post.example" in left, "On the way back the customers who live in `ES` are lost."


def test_nothing_is_left_to_commit():
    left = ", ".join(sorted(repository.status))
    assert repository.is_clean, f"`git status` still names {left}: commit it or ignore it."
