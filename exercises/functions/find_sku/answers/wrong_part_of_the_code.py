def find_sku(products, sku):
    for product in products:
        if product["sku"] in sku:
            return product
    return None
