def cheap_items(prices, limit):
    return [name.lower() for name, price in prices.items() if price <= limit]
