def find_sku(products, sku):
    for product in products:
        if product["sku"].endswith(sku):
            return product
    return None
