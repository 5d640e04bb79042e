def shipping_price(grams):
    price = 1490
    if grams <= 500:
        price = 290
    if 500 < grams <= 2000:
        price = 490
    if 2000 < grams <= 10000:
        price = 890

    return price
