"""Every parcel up to 10000 grams costs 890, because 300 grams are *also* up to 10000. Make sure that the
narrowest condition that fits is the one that decides."""


def shipping_price(grams):
    if grams <= 10000:
        price = 890
    elif grams <= 2000:
        price = 490
    elif grams <= 500:
        price = 290
    else:
        price = 1490

    return price
