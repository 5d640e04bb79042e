import sqlite3

SCHEMA = """
    CREATE TABLE customers (
        id INTEGER PRIMARY KEY,
        email TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE products (
        sku TEXT NOT NULL,
        name TEXT NOT NULL,
        cents INTEGER NOT NULL,
        PRIMARY KEY (sku),
        CHECK (cents >= 0)
    ) STRICT;
    CREATE TABLE orders (
        id INTEGER PRIMARY KEY,
        customer_id INTEGER NOT NULL,
        ordered_on TEXT NOT NULL UNIQUE,
        FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT
    ) STRICT;
    CREATE TABLE lines (
        order_id INTEGER NOT NULL,
        sku TEXT NOT NULL,
        count INTEGER NOT NULL CHECK (count >= 1),
        cents INTEGER NOT NULL,
        UNIQUE (sku, order_id),
        CHECK (cents >= 0),
        FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE,
        FOREIGN KEY (sku) REFERENCES products (sku)
    ) STRICT;
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
