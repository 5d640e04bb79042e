def find_sku(products, sku):
    """Return the first product with that SKU, or None."""
