def shipping_price(grams):
    if grams <= 500:
        price = 2.90
    elif grams <= 2000:
        price = 4.90
    elif grams <= 10000:
        price = 8.90
    else:
        price = 14.90

    return price
