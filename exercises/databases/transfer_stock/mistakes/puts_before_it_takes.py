"""You commit between the two changes. When the second one fails, the first is already lasting: mugs
appear from nowhere."""

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
        shop.execute(put, (count, target))
        shop.commit()
        shop.execute(take, (count, source))
        shop.commit()
    except sqlite3.IntegrityError:
        return False
    return True
