def find_sku(products, sku):
    for product in products:
        if product["sku"].replace("-", "") == sku.replace("-", ""):
            return product
    return None
