import sqlite3

SCHEMA = """
    CREATE TABLE customers (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL UNIQUE
    );
    CREATE TABLE products (
        sku TEXT PRIMARY KEY NOT NULL,
        name TEXT NOT NULL,
        cents INTEGER NOT NULL CHECK (cents >= 0 AND typeof(cents) = 'integer')
    );
    CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL REFERENCES customers (id),
        ordered_on TEXT NOT NULL
    );
    CREATE TABLE lines (
        order_id INTEGER NOT NULL REFERENCES orders (id) ON DELETE CASCADE,
        sku TEXT NOT NULL REFERENCES products (sku),
        count INTEGER NOT NULL CHECK (count > 0 AND typeof(count) = 'integer'),
        cents INTEGER NOT NULL CHECK (cents >= 0 AND typeof(cents) = 'integer'),
        PRIMARY KEY (order_id, sku, cents)
    );
"""


def new_shop():
    """Return a database with the tables; foreign keys are kept."""
    shop = sqlite3.connect(":memory:")
    shop.execute("PRAGMA foreign_keys = ON")
    shop.executescript(SCHEMA)
    return shop


def outcome(shop, *statements):
    """Try the statements; return 'ok', or the kind of rule that refused one."""
    try:
        for statement in statements:
            shop.execute(statement)
    except sqlite3.IntegrityError as refused:
        return str(refused).split()[0]
    return "ok"
