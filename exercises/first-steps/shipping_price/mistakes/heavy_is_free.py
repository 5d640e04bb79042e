"""Parcels of more than 10000 grams travel for 0 cents. Three branches have their price, and what is left over
needs one as well."""


def shipping_price(grams):
    price = 0
    if grams <= 500:
        price = 290
    elif grams <= 2000:
        price = 490
    elif grams <= 10000:
        price = 890

    return price
