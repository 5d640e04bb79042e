def find_sku(products, sku):
    for product in products:
        if product["sku"].startswith(sku):
            return product
    return None
