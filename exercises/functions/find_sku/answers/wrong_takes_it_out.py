def find_sku(products, sku):
    for index, product in enumerate(products):
        if product["sku"] == sku:
            return products.pop(index)
    return None
