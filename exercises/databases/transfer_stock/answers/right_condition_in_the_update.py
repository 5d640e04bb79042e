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
        raise ValueError("at least one mug")
    known = {name for (name,) in shop.execute("SELECT name FROM shelves")}
    if not {source, target} <= known:
        raise LookupError("unknown shelf")
    take = "UPDATE shelves SET mugs = mugs - ?1 WHERE name = ?2 AND mugs >= ?1"
    with shop:
        if shop.execute(take, (count, source)).rowcount == 0:
            return False
        shop.execute("UPDATE shelves SET mugs = mugs + ? WHERE name = ?", (count, target))
    return True
