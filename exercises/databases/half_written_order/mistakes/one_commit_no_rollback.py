"""One commit at the end is right for good orders. But after an error nobody undoes the first changes, and
the commit of the *next* order makes them lasting."""

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
    order_id = shop.execute(order, (customer,)).lastrowid
    for sku, count in lines:
        shop.execute(line, (order_id, sku, count))
    shop.commit()
    return order_id
