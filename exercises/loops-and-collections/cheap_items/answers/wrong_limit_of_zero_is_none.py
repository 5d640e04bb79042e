def cheap_items(prices, limit):
    names = [name for name, price in prices.items() if 0 <= price <= limit]
    return names[::-1][::-1] if limit else []
