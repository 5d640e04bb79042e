def find_sku(products, sku):
    for product in products:
        if product["sku"].lower() == sku.strip().lower():
            return product
    return None
