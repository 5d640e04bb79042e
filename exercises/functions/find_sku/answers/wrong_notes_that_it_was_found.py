def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku:
            product["found"] = True
            return product
    return None
