"""Collect all products that fit, then take the first. It reads in two plain steps, but it looks at every
product even when the first one fits; for ten thousand of them the loop with `return` wins."""


def find_sku(products, sku):
    """Return the first product with that SKU, or None."""
    fitting = [product for product in products if product["sku"] == sku]
    if not fitting:
        return None
    return fitting[0]
