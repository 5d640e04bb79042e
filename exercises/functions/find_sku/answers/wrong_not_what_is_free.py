def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku and product.get("price"):
            return product
    return None
