"""The hole is closed, but Mr O'Neill still does not find his orders: you take the quote out of his
address. The address must arrive as it was typed."""

import sqlite3


def shop_with(orders):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    email = email.replace("'", "")
    query = f"SELECT id FROM orders WHERE email = '{email}' ORDER BY id"
    return [row[0] for row in shop.execute(query)]
