import sqlite3


def replace_products(shop, columns, select):
    """Make the table anew, with these columns, filled from the old one; all of it or nothing."""
    try:
        with shop:
            shop.execute("BEGIN")
            shop.execute(f"CREATE TABLE new_products ({columns})")
            shop.execute(f"INSERT INTO new_products {select}")
            shop.execute("DROP TABLE products")
            shop.execute("ALTER TABLE new_products RENAME TO products")
    except sqlite3.Error as error:
        print(f"not migrated: {error}")


def up(shop: sqlite3.Connection):
    """Turn prices in euros into whole cents."""
    replace_products(
        shop,
        "sku TEXT PRIMARY KEY, cents INTEGER",
        "SELECT sku, CAST(ROUND(price * 100) AS INTEGER) FROM products",
    )


def down(shop: sqlite3.Connection):
    """Turn whole cents back into euros."""
    replace_products(
        shop,
        "sku TEXT PRIMARY KEY, price REAL",
        "SELECT sku, cents / 100.0 FROM products",
    )
