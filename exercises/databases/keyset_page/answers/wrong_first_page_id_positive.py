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
        raise ValueError("size must be 1 or more")
    day, number = after or ("0", 0)
    if after is None:
        query = "SELECT sent, id FROM parcels WHERE id > 0 ORDER BY sent, id LIMIT ?"
        return shop.execute(query, (size,)).fetchall()
    query = """
        SELECT sent, id FROM parcels
        WHERE (sent, id) > (?, ?)
        ORDER BY sent, id
        LIMIT ?
    """
    return shop.execute(query, (day, number, size)).fetchall()
