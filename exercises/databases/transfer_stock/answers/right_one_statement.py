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
    if count <= 0:
        raise ValueError(f"cannot move {count} mugs")
    for shelf in (source, target):
        if shelf not in mugs(shop):
            raise LookupError(f"there is no shelf {shelf}")
    move = """
        UPDATE shelves SET mugs = mugs + CASE name WHEN :source THEN -:count ELSE :count END
        WHERE name IN (:source, :target)
    """
    try:
        with shop:
            shop.execute(move, {"source": source, "target": target, "count": count})
    except sqlite3.IntegrityError:
        return False
    return True
