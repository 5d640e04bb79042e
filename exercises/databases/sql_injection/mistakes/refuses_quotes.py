"""You refuse addresses with a quote, but O'Neill's address is a real one. Let the value travel beside
the SQL, then no address is dangerous."""

import sqlite3


def shop_with(orders):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    if "'" in email:
        raise ValueError("no quotes, please")
    query = f"SELECT id FROM orders WHERE email = '{email}' ORDER BY id"
    return [row[0] for row in shop.execute(query)]
