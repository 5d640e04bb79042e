import sqlite3


def shop_with(orders):
    """Return a database with these orders: pairs of id and e-mail."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    """Return the ids of the customer's orders, smallest first."""
    query = "SELECT id FROM orders WHERE email GLOB ? ORDER BY id"
    return [row[0] for row in shop.execute(query, (email,))]
