"""You return `True`: that says *that* there is such a product, not *which* one it is. The till needs the product
itself."""


def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku:
            return True
    return None
