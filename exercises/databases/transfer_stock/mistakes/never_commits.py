"""You move the mugs but never commit. Your own connection sees the change; everybody else does not, and
it is lost when the program ends."""

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
        taken = shop.execute(take, (count, source)).rowcount
        placed = shop.execute(put, (count, target)).rowcount
    except sqlite3.IntegrityError:
        shop.rollback()
        return False
    if taken + placed != 2:
        shop.rollback()
        raise LookupError("no such shelf")
    return True
