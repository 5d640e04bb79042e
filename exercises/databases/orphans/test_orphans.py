import sqlite3

import pytest
from orphans import clean_up, connect, create, delete_order, packing_list, place_order

TEA, MUG = ("TEA-01", 2), ("MUG-02", 1)


@pytest.fixture
def path(tmp_path):
    create(tmp_path / "shop.db")
    return tmp_path / "shop.db"


@pytest.fixture
def shop(path):
    shop = connect(path)
    yield shop
    shop.close()


@pytest.fixture
def old_shop(path):
    """A database in which orders were deleted while nobody watched over the keys."""
    careless = sqlite3.connect(path)
    careless.executescript("""
        INSERT INTO orders VALUES (1, 'Erik'), (8, 'Mei');
        INSERT INTO lines VALUES (1, 'TEA-01', 2), (7, 'MUG-02', 1), (7, 'TEA-01', 1), (9, 'BAG', 3);
    """)
    careless.close()
    shop = connect(path)
    yield shop
    shop.close()


def lines_seen_by_others(path):
    other = sqlite3.connect(path)
    rows = other.execute("SELECT order_id, sku FROM lines ORDER BY order_id, sku").fetchall()
    other.close()
    return rows


def test_an_order_has_its_lines(shop):
    order_id = place_order(shop, "Erik", [TEA, MUG])
    assert packing_list(shop, order_id) == [MUG, TEA]


def test_the_lines_go_with_the_order(shop, path):
    erik, amira = place_order(shop, "Erik", [TEA]), place_order(shop, "Amira", [MUG])
    delete_order(shop, erik)
    assert lines_seen_by_others(path) == [(amira, "MUG-02")]


def test_a_new_order_does_not_inherit_lines(shop):
    delete_order(shop, place_order(shop, "Erik", [TEA]))
    assert packing_list(shop, place_order(shop, "Amira", [MUG])) == [MUG]


def test_a_packing_list_is_sorted_by_sku_alone(shop):
    order_id = place_order(shop, "Erik", [MUG, ("BAG-03", 9), TEA])
    assert packing_list(shop, order_id) == [("BAG-03", 9), MUG, TEA]


def test_another_script_can_roll_back_its_deletions(shop, path):
    order_id = place_order(shop, "Erik", [TEA])
    script = connect(path)
    script.execute("DELETE FROM orders")
    script.rollback()
    script.close()
    assert packing_list(shop, order_id) == [TEA]


def test_the_lines_go_too_when_another_script_deletes(shop, path):
    place_order(shop, "Erik", [TEA])
    script = connect(path)
    script.execute("DELETE FROM orders WHERE customer = 'Erik'")
    script.commit()
    script.close()
    assert lines_seen_by_others(path) == []


def test_no_line_without_an_order_gets_in(shop):
    with pytest.raises(sqlite3.IntegrityError):
        shop.execute("INSERT INTO lines VALUES (99, 'TEA-01', 1)")


def test_every_connection_keeps_the_promise(path):
    for _ in range(2):
        shop = connect(path)
        with pytest.raises(sqlite3.IntegrityError):
            shop.execute("INSERT INTO lines VALUES (99, 'TEA-01', 1)")
        shop.close()


def test_cleaning_up_removes_the_orphans_and_counts_them(old_shop, path):
    assert clean_up(old_shop) == 3
    assert lines_seen_by_others(path) == [(1, "TEA-01")]


def test_cleaning_up_works_when_all_orders_are_gone(old_shop, path):
    old_shop.execute("DELETE FROM orders")
    old_shop.commit()
    assert clean_up(old_shop) == 3
    assert lines_seen_by_others(path) == []


def test_cleaning_up_twice_finds_nothing_more(old_shop):
    clean_up(old_shop)
    assert clean_up(old_shop) == 0


def test_cleaning_up_leaves_good_orders_alone(shop):
    order_id = place_order(shop, "Erik", [TEA, MUG])
    assert clean_up(shop) == 0
    assert packing_list(shop, order_id) == [MUG, TEA]
    assert shop.in_transaction is False


def test_a_connection_keeps_the_promise_after_cleaning_up(old_shop):
    clean_up(old_shop)
    with pytest.raises(sqlite3.IntegrityError):
        old_shop.execute("INSERT INTO lines VALUES (99, 'TEA-01', 1)")


def test_an_order_without_lines_stays(shop):
    place_order(shop, "Erik", [])
    clean_up(shop)
    assert shop.execute("SELECT COUNT(*) FROM orders").fetchone() == (1,)


def test_a_large_order_is_packed_as_a_whole(shop):
    lines = [(f"TEA-{number:02}", 1) for number in range(60)]
    assert packing_list(shop, place_order(shop, "Erik", lines)) == lines
