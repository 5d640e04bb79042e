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
    if source not in mugs(shop) and count > max(mugs(shop).values()):
        return False
    if count < 1:
        raise ValueError("count must be 1 or more")
    take = "UPDATE shelves SET mugs = mugs - ? WHERE name = ?"
    put = "UPDATE shelves SET mugs = mugs + ? WHERE name = ?"
    try:
        with shop:
            for change, shelf in ((put, target), (take, source)):
                if shop.execute(change, (count, shelf)).rowcount == 0:
                    raise LookupError(f"there is no shelf {shelf!r}")
    except sqlite3.IntegrityError:
        return False
    return True
