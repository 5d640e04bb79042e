def find_sku(products, sku):
    return next((product for product in products if product["sku"] == sku), None)
