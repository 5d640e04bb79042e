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
