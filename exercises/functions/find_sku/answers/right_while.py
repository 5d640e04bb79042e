def find_sku(products, sku):
    found = None
    for product in products:
        if product["sku"] == sku and found is None:
            found = product
    return found
