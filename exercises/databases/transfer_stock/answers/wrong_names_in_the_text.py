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
    try:
        with shop:
            taken = shop.execute(f"UPDATE shelves SET mugs = mugs - {count} WHERE name = '{source}'").rowcount
            given = shop.execute("UPDATE shelves SET mugs = mugs + ? WHERE name = ?", (count, target)).rowcount
            if not taken or not given:
                raise LookupError("no such shelf")
    except sqlite3.IntegrityError:
        if target not in mugs(shop):
            raise LookupError(target) from None
        return False
    return True
