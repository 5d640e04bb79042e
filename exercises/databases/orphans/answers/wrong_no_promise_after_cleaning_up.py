import sqlite3

SCHEMA = """
    CREATE TABLE orders (id INTEGER PRIMARY KEY, customer TEXT NOT NULL);
    CREATE TABLE lines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        sku TEXT NOT NULL,
        count INTEGER NOT NULL
    );
"""


def create(path):
    """Make the tables in a new database file."""
    shop = connect(path)
    shop.executescript(SCHEMA)
    shop.close()


def connect(path):
    """Return a connection to the shop's database."""
    shop = sqlite3.connect(path)
    shop.execute("PRAGMA foreign_keys = ON")
    return shop


def place_order(shop, customer, lines):
    """Store an order with its lines, pairs of SKU and count; return its id."""
    with shop:
        insert = "INSERT INTO orders (customer) VALUES (?)"
        order_id = shop.execute(insert, (customer,)).lastrowid
        rows = [(order_id, sku, count) for sku, count in lines]
        shop.executemany("INSERT INTO lines VALUES (?, ?, ?)", rows)
    return order_id


def delete_order(shop, order_id):
    """Delete an order and its lines."""
    with shop:
        shop.execute("DELETE FROM orders WHERE id = ?", (order_id,))


def packing_list(shop, order_id):
    """Return what belongs into the parcel, sorted by SKU."""
    query = "SELECT sku, count FROM lines WHERE order_id = ? ORDER BY sku"
    return shop.execute(query, (order_id,)).fetchall()


def clean_up(shop):
    """Remove lines whose order is gone; return how many there were."""
    shop.execute("PRAGMA foreign_keys = OFF")
    with shop:
        return shop.execute("DELETE FROM lines WHERE order_id NOT IN (SELECT id FROM orders)").rowcount
