def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku:
            return {"sku": product["sku"], "price": product.get("price")}
    return None
