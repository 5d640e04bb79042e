def cheap_items(prices, limit):
    return [name for name in prices if prices[name] <= limit]
