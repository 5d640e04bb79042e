def shipping_price(grams):
    """Work out the price in cents for a parcel of so many grams."""
    if grams <= 500:
        price = 290
    elif grams <= 2000:
        price = 490
    elif grams <= 10000:
        price = 890
    else:
        price = 1490

    return price
