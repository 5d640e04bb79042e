"""`next` takes the first value out of a generator expression, and its second argument is what you
get when there is none. One line once you know both; the loop is easier to step through."""


def find_sku(products, sku):
    """Return the first product with that SKU, or None."""
    return next((product for product in products if product["sku"] == sku), None)
