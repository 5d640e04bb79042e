"""Your function decides after the first product. It is only sure that nothing fits when it has looked at all of
them."""


def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku:
            return product
        else:
            return None
