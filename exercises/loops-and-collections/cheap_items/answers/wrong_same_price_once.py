def cheap_items(prices, limit):
    by_price = {cents: name for name, cents in prices.items()}
    names = [name for cents, name in by_price.items() if cents <= limit]

    return names
