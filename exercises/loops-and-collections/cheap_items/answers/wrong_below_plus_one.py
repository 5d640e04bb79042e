def cheap_items(prices, limit):
    return [name for name, cents in prices.items() if cents <= limit + 1]
