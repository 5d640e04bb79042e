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
    query = """
        SELECT orders.id, orders.customer, SUM(lines.cents)
        FROM orders
        LEFT JOIN lines ON lines.order_id = orders.id
        GROUP BY orders.id HAVING SUM(lines.cents) IS NULL OR SUM(lines.cents) <> 0
        ORDER BY orders.id
    """
    rows = shop.execute(query).fetchall()
    return [(order_id, customer, total or 0) for order_id, customer, total in rows]
