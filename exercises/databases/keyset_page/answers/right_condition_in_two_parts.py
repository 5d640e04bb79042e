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
        query = "SELECT sent, id FROM parcels ORDER BY sent ASC, id ASC LIMIT ?"
        return list(shop.execute(query, (size,)))
    values = {"day": after[0], "number": after[1], "size": size}
    query = """
        SELECT sent, id FROM parcels
        WHERE sent > :day OR (sent = :day AND id > :number)
        ORDER BY sent, id LIMIT :size
    """
    return list(shop.execute(query, values))
