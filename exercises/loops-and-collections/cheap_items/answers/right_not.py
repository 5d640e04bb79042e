def cheap_items(prices, limit):
    names = [n for n, p in prices.items() if not p > limit]
    return names
