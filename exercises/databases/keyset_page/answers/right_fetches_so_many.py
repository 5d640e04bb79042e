import sqlite3


def shop_with(parcels):
    """Return a database with these parcels: pairs of day and id."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    """Return the next rows (day, id) after the row seen last."""
    if not size >= 1:
        raise ValueError(f"no page has {size} rows")
    condition, values = "", ()
    if after is not None:
        condition, values = "WHERE sent >= ? AND (sent > ? OR id > ?)", (after[0], *after)
    cursor = shop.execute(f"SELECT sent, id FROM parcels {condition} ORDER BY sent, id", values)
    page = cursor.fetchmany(size)
    cursor.close()
    return page
