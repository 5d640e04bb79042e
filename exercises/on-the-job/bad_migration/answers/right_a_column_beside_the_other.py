"""Prices in euros become whole cents, and the way back."""


def swap(shop, column, change, old):
    """Put a column beside the old one, fill it, and drop the old one."""
    with shop:
        shop.execute(f"ALTER TABLE products ADD COLUMN {column}")
        shop.execute(f"UPDATE products SET {change}")
        shop.execute(f"ALTER TABLE products DROP COLUMN {old}")


def up(shop):
    """Turn prices in euros into whole cents."""
    swap(shop, "cents INTEGER", "cents = CAST(ROUND(price * 100) AS INTEGER)", "price")


def down(shop):
    """Turn whole cents back into euros."""
    swap(shop, "price REAL", "price = cents / 100.0", "cents")
