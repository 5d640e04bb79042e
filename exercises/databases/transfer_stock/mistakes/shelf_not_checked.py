"""Mugs that go to a shelf which does not exist are lost: the second `UPDATE` changes no row, and that is
no error. Look at how many rows each one changed."""

import sqlite3


def new_shop():
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE shelves"
        " (name TEXT PRIMARY KEY, mugs INTEGER CHECK (mugs >= 0))"
    )
    shop.execute("INSERT INTO shelves VALUES ('A', 20), ('B', 5)")
    shop.commit()
    return shop


def mugs(shop):
    return dict(shop.execute("SELECT name, mugs FROM shelves").fetchall())


def transfer_stock(shop, source, target, count):
    if count < 1:
        raise ValueError("count must be 1 or more")
    take = "UPDATE shelves SET mugs = mugs - ? WHERE name = ?"
    put = "UPDATE shelves SET mugs = mugs + ? WHERE name = ?"
    try:
        with shop:
            shop.execute(take, (count, source))
            shop.execute(put, (count, target))
    except sqlite3.IntegrityError:
        return False
    return True
