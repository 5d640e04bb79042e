import sqlite3

import pytest
from stock_upsert import new_warehouse, receive, stock

BEFORE = [("MUG", 2, "B"), ("TEA", 7, "A")]


@pytest.fixture
def shop():
    return new_warehouse()


def test_what_is_there_becomes_more(shop):
    receive(shop, [("MUG", 20)])
    assert stock(shop) == [("MUG", 22, "B"), ("TEA", 7, "A")]


def test_what_is_new_gets_a_row_without_a_shelf(shop):
    receive(shop, [("VASE", 5)])
    assert stock(shop) == [*BEFORE, ("VASE", 5, None)]


def test_a_product_keeps_its_shelf(shop):
    receive(shop, [("TEA", 1), ("MUG", 1)])
    assert [shelf for _, _, shelf in stock(shop)] == ["B", "A"]


def test_a_product_may_be_in_the_delivery_twice(shop):
    receive(shop, [("VASE", 5), ("TEA", 1), ("VASE", 3)])
    assert stock(shop) == [("MUG", 2, "B"), ("TEA", 8, "A"), ("VASE", 8, None)]


def test_an_empty_delivery_changes_nothing(shop):
    receive(shop, [])
    assert stock(shop) == BEFORE
    assert shop.in_transaction is False


@pytest.mark.parametrize("count", [0, -1])
def test_a_bad_count_refuses_the_whole_delivery(shop, count):
    with pytest.raises(ValueError):
        receive(shop, [("VASE", 5), ("TEA", count), ("MUG", 1)])
    assert stock(shop) == BEFORE
    assert shop.in_transaction is False


def test_a_bad_count_is_refused_also_when_the_sum_is_good(shop):
    with pytest.raises(ValueError):
        receive(shop, [("TEA", 5), ("TEA", -1)])
    assert stock(shop) == BEFORE
    assert shop.in_transaction is False


def test_a_delivery_that_the_database_refuses_leaves_nothing(shop):
    shop.execute(
        "CREATE TRIGGER full BEFORE UPDATE ON stock WHEN NEW.count > 100"
        " BEGIN SELECT RAISE(ABORT, 'the shelf is full'); END"
    )
    with pytest.raises(sqlite3.IntegrityError):
        receive(shop, [("VASE", 5), ("TEA", 200)])
    assert stock(shop) == BEFORE
    assert shop.in_transaction is False


def test_any_database_error_is_rolled_back_and_raised(shop):
    shop.create_function("broken", 0, lambda: 1 / 0)
    shop.execute("CREATE TRIGGER worn BEFORE UPDATE ON stock BEGIN SELECT broken(); END")
    with pytest.raises(sqlite3.OperationalError):
        receive(shop, [("VASE", 5), ("TEA", 1)])
    assert stock(shop) == BEFORE
    assert shop.in_transaction is False


def test_the_list_that_was_passed_is_not_changed(shop):
    delivery = [("VASE", 5), ("TEA", 1), ("VASE", 3)]
    receive(shop, delivery)
    assert delivery == [("VASE", 5), ("TEA", 1), ("VASE", 3)]


def test_a_delivery_is_stored(shop):
    receive(shop, [("MUG", 1)])
    shop.rollback()
    assert stock(shop)[0] == ("MUG", 3, "B")


def test_a_sku_is_stored_as_it_is(shop):
    receive(shop, [("O'TEA", 1), ("tea", 2), (" TEA", 3)])
    assert stock(shop) == [(" TEA", 3, None), BEFORE[0], ("O'TEA", 1, None), BEFORE[1], ("tea", 2, None)]


def sold_meanwhile(path, delivery):
    """Receive a delivery while another program sells teas at every chance: stock, and teas sold."""
    shop = new_warehouse(path)
    shop.execute("PRAGMA synchronous = OFF")
    other = sqlite3.connect(path, timeout=0)
    sold = []

    def sell(statement):
        try:
            with other:
                left = other.execute("UPDATE stock SET count = count - 1 WHERE sku = 'TEA'")
        except sqlite3.OperationalError:
            return
        sold.extend(["TEA"] * left.rowcount)

    shop.set_trace_callback(sell)
    receive(shop, delivery)
    shop.set_trace_callback(None)
    rows = {sku: count for sku, count, _ in stock(shop)}
    shop.close()
    other.close()
    return rows, len(sold)


def test_what_is_sold_meanwhile_is_not_forgotten(tmp_path):
    rows, sold = sold_meanwhile(tmp_path / "shop.db", [("TEA", 10)])
    assert rows["TEA"] == 7 + 10 - sold


def test_what_another_program_adds_meanwhile_is_no_problem(tmp_path):
    shop = new_warehouse(tmp_path / "shop.db")
    shop.execute("PRAGMA synchronous = OFF")
    other = sqlite3.connect(tmp_path / "shop.db", timeout=0)

    def add_first(statement):
        try:
            with other:
                other.execute("INSERT OR IGNORE INTO stock VALUES ('VASE', 3, 'C')")
        except sqlite3.OperationalError:
            return

    shop.set_trace_callback(add_first)
    receive(shop, [("VASE", 5)])
    shop.set_trace_callback(None)
    assert ("VASE", 8, "C") in stock(shop)
    shop.close()
    other.close()


def test_what_another_program_adds_before_your_first_change_is_not_lost(tmp_path):
    shop = new_warehouse(tmp_path / "shop.db")
    shop.execute("PRAGMA synchronous = OFF")
    other = sqlite3.connect(tmp_path / "shop.db", timeout=0)
    added = []

    def add_one(statement):
        """Whatever you have read before, the other program has a vase on shelf C by now."""
        if not added and not statement.lstrip().upper().startswith("SELECT"):
            added.append(other.execute("INSERT INTO stock VALUES ('VASE', 3, 'C')"))
            other.commit()

    shop.set_trace_callback(add_one)
    receive(shop, [("VASE", 5)])
    shop.set_trace_callback(None)
    assert ("VASE", 8, "C") in stock(shop)
    shop.close()
    other.close()
