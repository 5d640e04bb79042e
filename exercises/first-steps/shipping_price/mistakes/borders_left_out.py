"""A parcel of exactly 500 grams pays too much. *Up to 500* includes 500 itself, and the same goes for the other
limits."""


def shipping_price(grams):
    if grams < 500:
        price = 290
    elif grams < 2000:
        price = 490
    elif grams < 10000:
        price = 890
    else:
        price = 1490

    return price
