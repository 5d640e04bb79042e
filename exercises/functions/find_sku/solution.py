def find_sku(products, sku):
    """Return the first product with that SKU, or None."""
    for product in products:
        if product["sku"] == sku:
            return product
    return None
