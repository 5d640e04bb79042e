"""Parcels of more than 10000 grams travel for 0 cents. Three kinds of parcels have their price; whatever is left
over needs one too."""


def shipping_price(grams):
    price = 0
    if grams <= 500:
        price = 290
    elif grams <= 2000:
        price = 490
    elif grams <= 10000:
        price = 890

    return price
