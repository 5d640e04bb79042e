import sqlite3


def new_shop():
    """Return a database with empty tables."""
    shop = sqlite3.connect(":memory:")
    shop.executescript("""
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT);
        CREATE TABLE lines
            (order_id INTEGER, sku TEXT, count INTEGER CHECK (count > 0));
    """)
    return shop


def stored(shop):
    """Return all orders and all lines."""
    orders = shop.execute("SELECT id, customer FROM orders").fetchall()
    lines = shop.execute("SELECT order_id, sku, count FROM lines").fetchall()
    return orders, lines


def order_or_refusal(shop, customer, lines):
    """Place the order; return its id, or 'refused'."""
    try:
        return place_order(shop, customer, lines)
    except sqlite3.IntegrityError:
        return "refused"


def place_order(shop, customer, lines):
    """Store an order with its lines; return the id of the order."""
    order = "INSERT INTO orders (customer) VALUES (?)"
    line = "INSERT INTO lines VALUES (?, ?, ?)"
    try:
        order_id = shop.execute(order, (customer,)).lastrowid
        for sku, count in lines:
            shop.execute(line, (order_id, sku, count))
        shop.commit()
    except (sqlite3.IntegrityError, sqlite3.OperationalError):
        shop.rollback()
        raise
    return order_id
