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
    if count < 1:
        raise ValueError("count must be 1 or more")
    shelves = mugs(shop)
    if source not in shelves or target not in shelves:
        raise LookupError("no such shelf")
    if shelves[source] < count:
        return False
    change = "UPDATE shelves SET mugs = ? WHERE name = ?"
    with shop:
        shop.execute(change, (shelves[source] - count, source))
        shop.execute(change, (shelves[target] + count, target))
    return True
