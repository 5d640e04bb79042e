"""When two products share a SKU you return the last one. The first one counts, so leave the function as soon as
you have it."""


def find_sku(products, sku):
    found = None
    for product in products:
        if product["sku"] == sku:
            found = product
    return found
