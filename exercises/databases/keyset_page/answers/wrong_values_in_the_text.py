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
        return shop.execute("SELECT sent, id FROM parcels ORDER BY sent, id LIMIT ?", (size,)).fetchall()
    query = f"SELECT sent, id FROM parcels WHERE (sent, id) > ('{after[0]}', {after[1]}) ORDER BY sent, id LIMIT {size}"
    return shop.execute(query).fetchall()
