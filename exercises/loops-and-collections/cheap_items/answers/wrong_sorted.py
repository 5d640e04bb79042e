def cheap_items(prices, limit):
    return [name for name, cents in sorted(prices.items()) if cents <= limit]
