import sqlite3


def new_shop():
    """Return a database with 20 mugs on shelf A and 5 on shelf B."""
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE shelves"
        " (name TEXT PRIMARY KEY, mugs INTEGER CHECK (mugs >= 0))"
    )
    shop.execute("INSERT INTO shelves VALUES ('A', 20), ('B', 5)")
    shop.commit()
    return shop


def mugs(shop):
    """Return the number of mugs on each shelf."""
    return dict(shop.execute("SELECT name, mugs FROM shelves").fetchall())


def transfer_stock(shop, source, target, count):
    """Move mugs, all or none; say whether there were enough."""
    shop.execute("BEGIN IMMEDIATE")
    if count < 1:
        raise ValueError("count")
    try:
        there = mugs(shop)
        if source not in there or target not in there:
            raise LookupError("no such shelf")
        if there[source] < count:
            shop.rollback()
            return False
        shop.execute("UPDATE shelves SET mugs = mugs - ? WHERE name = ?", (count, source))
        shop.execute("UPDATE shelves SET mugs = mugs + ? WHERE name = ?", (count, target))
        shop.commit()
    except BaseException:
        shop.rollback()
        raise
    return True
