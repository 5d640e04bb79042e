"""In quotes, `?` is only a text with a question mark, so SQLite sees no place for your value. Leave the
quotes out."""

import sqlite3


def shop_with(orders):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    query = "SELECT id FROM orders WHERE email = '?' ORDER BY id"
    return [row[0] for row in shop.execute(query, (email,))]
