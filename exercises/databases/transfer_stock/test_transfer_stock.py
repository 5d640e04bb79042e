import sqlite3

import pytest
from transfer_stock import mugs, new_shop, transfer_stock


def totals_seen(path):
    """Move mugs in a database file; return the totals that another program sees on the way."""
    shop, other = sqlite3.connect(path), sqlite3.connect(path)
    filled = new_shop()
    filled.commit()
    filled.backup(shop)
    seen = []

    def look(statement=""):
        seen.append(sum(mugs(other).values()))

    shop.set_trace_callback(look)
    transfer_stock(shop, "A", "B", 10)
    look()
    assert mugs(other) == {"A": 10, "B": 15}
    shop.close()
    other.close()
    return seen


def test_moves_mugs_from_shelf_to_shelf():
    shop = new_shop()
    assert transfer_stock(shop, "A", "B", 10) is True
    assert mugs(shop) == {"A": 10, "B": 15}


def test_a_transfer_is_committed():
    shop = new_shop()
    transfer_stock(shop, "A", "B", 10)
    shop.rollback()
    assert mugs(shop) == {"A": 10, "B": 15}


def test_another_program_never_sees_mugs_missing(tmp_path):
    assert set(totals_seen(tmp_path / "shop.db")) == {25}


def test_mugs_that_another_program_adds_are_not_lost(tmp_path):
    shop, other = sqlite3.connect(tmp_path / "shop.db"), sqlite3.connect(tmp_path / "shop.db")
    filled = new_shop()
    filled.commit()
    filled.backup(shop)
    added = []

    def add_one(statement):
        """Just before your first change, the other program puts one more mug on each shelf."""
        if not added and not statement.lstrip().upper().startswith("SELECT"):
            added.append(other.execute("UPDATE shelves SET mugs = mugs + 1"))
            other.commit()

    shop.set_trace_callback(add_one)
    assert transfer_stock(shop, "A", "B", 10) is True
    assert mugs(shop) == {"A": 11, "B": 16}
    shop.close()
    other.close()


def test_a_shelf_may_become_empty():
    shop = new_shop()
    assert transfer_stock(shop, "B", "A", 5) is True
    assert mugs(shop) == {"A": 25, "B": 0}


def test_a_single_mug_may_move():
    shop = new_shop()
    assert transfer_stock(shop, "A", "B", 1) is True
    assert mugs(shop) == {"A": 19, "B": 6}


def test_too_few_mugs_change_nothing():
    shop = new_shop()
    assert transfer_stock(shop, "B", "A", 6) is False
    assert mugs(shop) == {"A": 20, "B": 5}
    assert shop.in_transaction is False


def test_an_unknown_target_changes_nothing():
    shop = new_shop()
    with pytest.raises(LookupError):
        transfer_stock(shop, "A", "X", 3)
    assert mugs(shop) == {"A": 20, "B": 5}
    assert shop.in_transaction is False


def test_an_unknown_target_is_an_error_also_with_too_few_mugs():
    with pytest.raises(LookupError):
        transfer_stock(new_shop(), "A", "X", 21)


def test_an_unknown_source_changes_nothing():
    shop = new_shop()
    with pytest.raises(LookupError):
        transfer_stock(shop, "X", "A", 3)
    assert mugs(shop) == {"A": 20, "B": 5}
    assert shop.in_transaction is False


@pytest.mark.parametrize("change", ["<", ">"])
def test_any_error_of_the_database_changes_nothing(change):
    shop = new_shop()
    shop.create_function("broken", 0, lambda: 1 / 0)
    shop.execute(
        f"CREATE TRIGGER worn AFTER UPDATE ON shelves WHEN NEW.mugs {change} OLD.mugs"
        " BEGIN SELECT broken(); END"
    )
    with pytest.raises(sqlite3.OperationalError):
        transfer_stock(shop, "A", "B", 3)
    assert mugs(shop) == {"A": 20, "B": 5}
    assert shop.in_transaction is False


def test_the_name_of_a_shelf_is_a_value_and_no_part_of_the_sql():
    for source, target in (("A' OR 'a' = 'a", "B"), ("A", "B' OR 'a' = 'a")):
        shop = new_shop()
        with pytest.raises(LookupError):
            transfer_stock(shop, source, target, 3)
        assert mugs(shop) == {"A": 20, "B": 5}


def test_a_shelf_may_have_a_quote_in_its_name():
    shop = new_shop()
    shop.execute("INSERT INTO shelves VALUES ('Mei''s', 1)")
    shop.commit()
    assert transfer_stock(shop, "A", "Mei's", 3) is True
    assert transfer_stock(shop, "Mei's", "B", 2) is True
    assert mugs(shop) == {"A": 17, "B": 7, "Mei's": 2}


def test_shelf_names_are_compared_exactly():
    for source, target in (("a", "B"), ("A", "b"), (" A", "B")):
        with pytest.raises(LookupError):
            transfer_stock(new_shop(), source, target, 3)


def test_an_unknown_source_is_an_error_for_any_number_of_mugs():
    for count in (5, 6, 21, 1_000):
        with pytest.raises(LookupError):
            transfer_stock(new_shop(), "X", "B", count)


def test_two_unknown_shelves_are_an_error():
    with pytest.raises(LookupError):
        transfer_stock(new_shop(), "X", "Y", 3)


def test_zero_mugs_are_refused():
    with pytest.raises(ValueError):
        transfer_stock(new_shop(), "A", "B", 0)


def test_a_negative_count_is_refused():
    shop = new_shop()
    with pytest.raises(ValueError):
        transfer_stock(shop, "A", "B", -3)
    assert mugs(shop) == {"A": 20, "B": 5}


@pytest.mark.parametrize("count", [0, -3])
def test_a_count_that_is_refused_leaves_no_transaction_open(count):
    shop = new_shop()
    with pytest.raises(ValueError):
        transfer_stock(shop, "A", "B", count)
    assert shop.in_transaction is False
