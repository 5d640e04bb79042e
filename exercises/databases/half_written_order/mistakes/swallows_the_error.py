"""Nothing stays behind, but you keep the error to yourself, so the shop never says that the order was
refused. Let it go on to the caller."""

import sqlite3


def new_shop():
    shop = sqlite3.connect(":memory:")
    shop.executescript("""
        CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT);
        CREATE TABLE lines
            (order_id INTEGER, sku TEXT, count INTEGER CHECK (count > 0));
    """)
    return shop


def stored(shop):
    orders = shop.execute("SELECT id, customer FROM orders").fetchall()
    lines = shop.execute("SELECT order_id, sku, count FROM lines").fetchall()
    return orders, lines


def order_or_refusal(shop, customer, lines):
    try:
        return place_order(shop, customer, lines)
    except sqlite3.IntegrityError:
        return "refused"


def place_order(shop, customer, lines):
    order = "INSERT INTO orders (customer) VALUES (?)"
    line = "INSERT INTO lines VALUES (?, ?, ?)"
    try:
        with shop:
            order_id = shop.execute(order, (customer,)).lastrowid
            for sku, count in lines:
                shop.execute(line, (order_id, sku, count))
    except sqlite3.IntegrityError:
        return None
    return order_id
