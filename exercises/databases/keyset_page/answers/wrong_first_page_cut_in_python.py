import sqlite3


def shop_with(parcels):
    """Return a database with these parcels: pairs of day and id."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    """Return the next rows (day, id) after the row seen last."""
    if size < 1:
        raise ValueError("size")
    if after is None:
        rows = shop.execute("SELECT sent, id FROM parcels ORDER BY sent, id").fetchall()
        return rows[:size]
    return shop.execute(
        "SELECT sent, id FROM parcels WHERE (sent, id) > (?, ?) ORDER BY sent, id LIMIT ?",
        (*after, size),
    ).fetchall()
