import sqlite3


def shop_with(orders, lines):
    """Return a database with orders (id, customer) and lines (order id, cents)."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    shop.execute("CREATE TABLE lines (order_id INTEGER REFERENCES orders (id), cents INTEGER)")
    shop.execute("CREATE INDEX lines_by_order ON lines (order_id)")
    shop.executemany("INSERT INTO lines VALUES (?, ?)", lines)
    return shop


def round_trip(sql):
    """Take some time, as sending this query over a network would."""
    return sum(range(10_000))


import functools


@functools.cache
def order_totals(shop):
    return shop.execute("""
    WITH sums AS (SELECT order_id, SUM(cents) AS total FROM lines GROUP BY order_id)
    SELECT id, customer, COALESCE(total, 0) FROM orders LEFT JOIN sums ON order_id = id ORDER BY id""").fetchall()
