import sqlite3

SCHEMA = """
    CREATE TABLE customers (
        id INTEGER PRIMARY KEY,
        email TEXT
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
