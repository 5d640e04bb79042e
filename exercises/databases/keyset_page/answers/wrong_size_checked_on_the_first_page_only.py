import sqlite3


def shop_with(parcels):
    """Return a database with these parcels: pairs of day and id."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE parcels (sent TEXT, id INTEGER, PRIMARY KEY (sent, id))")
    shop.executemany("INSERT INTO parcels VALUES (?, ?)", parcels)
    return shop


def next_page(shop, after, size):
    if after is None and size < 1:
        raise ValueError("size")
    where, values = "", []
    if after is not None:
        where = "WHERE (sent, id) > (?, ?)"
        values = list(after)
    sql = f"SELECT sent, id FROM parcels {where} ORDER BY sent, id LIMIT ?"
    return list(shop.execute(sql, [*values, size]))
