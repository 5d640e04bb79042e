"""Your function shows the product with `print`, so a person can read it, but the till gets `None`. Return the
product."""


def find_sku(products, sku):
    for product in products:
        if product["sku"] == sku:
            print(product)
