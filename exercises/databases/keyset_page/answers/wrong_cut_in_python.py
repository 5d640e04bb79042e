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
        raise ValueError("a page has at least one row")
    if after is None:
        page = "SELECT sent, id FROM parcels ORDER BY sent, id LIMIT ?"
        return shop.execute(page, [size]).fetchall()
    day, number = after
    same_day = "SELECT sent, id FROM parcels WHERE sent = ? AND id > ? ORDER BY id LIMIT ?"
    rows = shop.execute(same_day, (day, number, size)).fetchall()
    if len(rows) < size:
        later = "SELECT sent, id FROM parcels WHERE sent > ? ORDER BY sent, id"
        rows += shop.execute(later, (day,)).fetchall()
    return rows[:size]
