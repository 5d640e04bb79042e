def cheap_items(prices, limit):
    names = [name for name, cents in prices.items() if cents and cents <= limit]
    return names
