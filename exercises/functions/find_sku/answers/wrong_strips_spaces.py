def find_sku(products, sku):
    for product in products:
        if product["sku"].strip() == sku.strip():
            return product
    return None
