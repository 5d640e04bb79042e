"""Your query is safe from SQL, but `LIKE` reads `%` as "anything": who types it sees every order. Compare
for equality."""

import sqlite3


def shop_with(orders):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    query = "SELECT id FROM orders WHERE email LIKE ? ORDER BY id"
    return [row[0] for row in shop.execute(query, (email,))]
