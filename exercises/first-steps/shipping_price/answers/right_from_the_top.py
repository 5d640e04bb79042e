def shipping_price(grams):
    if grams > 10000:
        return 1490
    if grams > 2000:
        return 890
    if grams > 500:
        return 490
    return 290
