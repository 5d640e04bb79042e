import sqlite3


def shop_with(orders):
    """Return a database with these orders: pairs of id and e-mail."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER PRIMARY KEY, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", orders)
    return shop


def orders_of(shop, email):
    """Return the ids of the customer's orders, smallest first."""
    ids = []
    sql = "SELECT id, email FROM orders WHERE ?1 = email ORDER BY id ASC"
    for number, _ in shop.execute(sql, [email]):
        ids.append(number)
    return ids
