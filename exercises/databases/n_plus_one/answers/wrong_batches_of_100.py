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


def order_totals(shop):
    """Return (id, customer, total in cents) of every order, by id."""
    orders = shop.execute("SELECT id, customer FROM orders ORDER BY id").fetchall()
    totals = {}
    for start in range(0, len(orders), 100):
        ids = [order_id for order_id, _ in orders[start : start + 100]]
        marks = ", ".join("?" * len(ids))
        query = f"SELECT order_id, SUM(cents) FROM lines WHERE order_id IN ({marks}) GROUP BY order_id"
        totals.update(shop.execute(query, ids))
    return [(order_id, customer, totals.get(order_id, 0)) for order_id, customer in orders]
