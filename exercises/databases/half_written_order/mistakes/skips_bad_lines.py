"""You leave the bad line out and accept the rest. The shop promised all of an order or nothing of it."""

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
    with shop:
        order_id = shop.execute(order, (customer,)).lastrowid
        for sku, count in lines:
            if count > 0:
                shop.execute(line, (order_id, sku, count))
    return order_id
