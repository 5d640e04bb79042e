def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku.rstrip():
            return product
    return None
