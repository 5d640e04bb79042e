def find_sku(products, sku):
    for product in products:
        if sku in product.values():
            return product
    return None
