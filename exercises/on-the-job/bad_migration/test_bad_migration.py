import sqlite3
from contextlib import suppress

import pytest
from bad_migration import down, up


def shop_with(column, *products):
    """A shop in memory with products of (sku, value)."""
    shop = sqlite3.connect(":memory:")
    shop.execute(f"CREATE TABLE products (sku TEXT PRIMARY KEY, {column})")
    shop.executemany("INSERT INTO products VALUES (?, ?)", products)
    shop.commit()
    return shop


def products(shop, column):
    return shop.execute(f"SELECT sku, {column} FROM products ORDER BY sku").fetchall()


def test_the_mug_costs_1999_cents():
    shop = shop_with("price REAL", ("MUG-02", 19.99))
    up(shop)
    assert products(shop, "cents") == [("MUG-02", 1999)]


def test_the_tea_costs_450_cents():
    shop = shop_with("price REAL", ("TEA-01", 4.5))
    up(shop)
    assert products(shop, "cents") == [("TEA-01", 450)]


def test_the_vase_stays_and_has_no_price():
    shop = shop_with("price REAL", ("VASE", None))
    up(shop)
    assert products(shop, "cents") == [("VASE", None)]


def test_the_free_catalogue_stays():
    shop = shop_with("price REAL", ("CATALOGUE", 0))
    up(shop)
    assert products(shop, "cents") == [("CATALOGUE", 0)]


def test_cents_are_whole_numbers():
    shop = shop_with("price REAL", ("MUG-02", 19.99))
    up(shop)
    [(cents,)] = shop.execute("SELECT cents FROM products")
    assert type(cents) is int


def test_the_way_back_keeps_the_cents():
    shop = shop_with("cents INTEGER", ("MUG-02", 1999), ("TEA-01", 450))
    down(shop)
    assert products(shop, "price") == [("MUG-02", 19.99), ("TEA-01", 4.5)]


def test_the_way_back_keeps_the_vase():
    shop = shop_with("cents INTEGER", ("VASE", None))
    down(shop)
    assert products(shop, "price") == [("VASE", None)]


def test_up_and_down_gives_every_price_back():
    before = [(f"SKU-{cents:04}", cents / 100) for cents in range(3000)]
    shop = shop_with("price REAL", *before)
    up(shop)
    down(shop)
    assert products(shop, "price") == before


def test_a_sku_is_still_there_only_once():
    shop = shop_with("price REAL", ("MUG-02", 19.99))
    up(shop)
    down(shop)
    columns = shop.execute("PRAGMA table_info(products)").fetchall()
    assert [(column[1], column[5]) for column in columns] == [("sku", 1), ("price", 0)]


def test_a_migration_that_fails_leaves_no_second_table():
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE products (sku TEXT, price REAL)")
    shop.executemany("INSERT INTO products VALUES (?, ?)", [("MUG-02", 19.99), ("MUG-02", 4.5)])
    shop.commit()
    with suppress(sqlite3.Error):
        up(shop)
    assert shop.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall() == [("products",)]


@pytest.mark.parametrize(("migrate", "column"), [(up, "price REAL"), (down, "cents INTEGER")])
def test_a_migration_that_fails_says_so(migrate, column):
    shop = shop_with(column, ("MUG-02", 1999))
    shop.execute("PRAGMA query_only = ON")
    with pytest.raises(sqlite3.Error):
        migrate(shop)
    assert products(shop, column.split()[0]) == [("MUG-02", 1999)]


def test_the_change_is_committed():
    shop = shop_with("price REAL", ("MUG-02", 19.99))
    up(shop)
    shop.rollback()
    assert products(shop, "cents") == [("MUG-02", 1999)]
