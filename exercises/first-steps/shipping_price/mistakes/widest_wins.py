"""Every parcel up to 10000 grams costs 890 with you, because 300 grams are *also* up to 10000. Either that wide
condition stands before the narrow ones, or your conditions are separate `if`s and the last one takes back what
the first decided."""


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
