import sqlite3

import pytest
from half_written_order import new_shop, order_or_refusal, place_order, stored

BAD = [("TEA-01", 2), ("MUG-02", 0)]


def seen_on_the_way(path, lines):
    """Order in a database file; return what another program sees there, step by step."""
    shop, other = sqlite3.connect(path), sqlite3.connect(path)
    filled = new_shop()
    filled.commit()
    filled.backup(shop)
    seen = []
    shop.set_trace_callback(lambda statement: seen.append(stored(other)))
    order_or_refusal(shop, "Erik", lines)
    seen.append(stored(other))
    shop.close()
    other.close()
    return seen


def test_a_refused_order_leaves_nothing_behind():
    shop = new_shop()
    assert order_or_refusal(shop, "Erik", BAD) == "refused"
    assert stored(shop) == ([], [])
    assert shop.in_transaction is False


def test_another_program_never_sees_a_refused_order(tmp_path):
    for orders, lines in seen_on_the_way(tmp_path / "shop.db", BAD):
        assert (orders, lines) == ([], [])


def test_another_program_never_sees_half_an_order(tmp_path):
    seen = seen_on_the_way(tmp_path / "shop.db", [("TEA-01", 2), ("MUG-02", 1)])
    for orders, lines in seen[:-1]:
        assert len(lines) == 2 * len(orders)
    assert len(seen[-1][1]) == 2


def test_a_good_order_is_stored_with_all_lines():
    shop = new_shop()
    assert place_order(shop, "Mei", [("TEA-01", 2), ("MUG-02", 1)]) == 1
    assert stored(shop) == ([(1, "Mei")], [(1, "TEA-01", 2), (1, "MUG-02", 1)])


def test_a_product_may_have_several_lines():
    shop = new_shop()
    place_order(shop, "Mei", [("TEA-01", 2), ("TEA-01", 3)])
    assert stored(shop)[1] == [(1, "TEA-01", 2), (1, "TEA-01", 3)]


def test_two_lines_that_are_the_same_are_both_stored():
    shop = new_shop()
    place_order(shop, "Mei", [("TEA-01", 2), ("TEA-01", 2)])
    assert stored(shop)[1] == [(1, "TEA-01", 2), (1, "TEA-01", 2)]


def test_a_good_order_is_committed():
    shop = new_shop()
    place_order(shop, "Mei", [("TEA-01", 2)])
    shop.rollback()
    assert stored(shop) == ([(1, "Mei")], [(1, "TEA-01", 2)])


def test_the_error_goes_on_to_the_caller():
    with pytest.raises(sqlite3.IntegrityError):
        place_order(new_shop(), "Erik", BAD)


def test_the_next_order_is_not_harmed():
    shop = new_shop()
    order_or_refusal(shop, "Erik", BAD)
    assert order_or_refusal(shop, "Mei", [("TEA-01", 1)]) == 1
    assert stored(shop) == ([(1, "Mei")], [(1, "TEA-01", 1)])


def test_a_customer_may_order_again():
    shop = new_shop()
    assert [place_order(shop, "Mei", [(sku, 1)]) for sku in ("TEA-01", "MUG-02")] == [1, 2]
    assert stored(shop) == ([(1, "Mei"), (2, "Mei")], [(1, "TEA-01", 1), (2, "MUG-02", 1)])


def test_names_are_stored_as_they_are():
    shop = new_shop()
    place_order(shop, " o'Neill", [("tea '01' ", 1)])
    assert stored(shop) == ([(1, " o'Neill")], [(1, "tea '01' ", 1)])


def test_an_order_can_follow_one_that_was_deleted():
    shop = new_shop()
    for customer in ("Mei", "Erik"):
        place_order(shop, customer, [])
    shop.execute("DELETE FROM orders WHERE customer = 'Mei'")
    shop.commit()
    order_id = place_order(shop, "Amira", [("TEA-01", 1)])
    assert stored(shop) == ([(2, "Erik"), (order_id, "Amira")], [(order_id, "TEA-01", 1)])


def test_an_earlier_order_survives_a_refused_one():
    shop = new_shop()
    place_order(shop, "Mei", [("TEA-01", 1)])
    order_or_refusal(shop, "Erik", BAD)
    assert stored(shop) == ([(1, "Mei")], [(1, "TEA-01", 1)])


def test_a_value_that_the_database_cannot_take_leaves_nothing_behind():
    shop = new_shop()
    shop.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000)
    with pytest.raises(sqlite3.DataError):
        place_order(shop, "Mei", [("TEA-01", 1), ("M" * 2_000, 1)])
    assert shop.in_transaction is False
    assert stored(shop) == ([], [])


def test_any_error_of_the_database_leaves_nothing_behind():
    shop = new_shop()
    shop.execute("ALTER TABLE lines RENAME TO moved")
    with pytest.raises(sqlite3.OperationalError):
        place_order(shop, "Mei", [("TEA-01", 1)])
    assert shop.in_transaction is False
    assert shop.execute("SELECT customer FROM orders").fetchall() == []
