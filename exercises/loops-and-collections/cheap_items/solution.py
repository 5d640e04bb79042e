def cheap_items(prices, limit):
    """List the names of everything that costs at most the limit."""
    names = [name for name, cents in prices.items() if cents <= limit]

    return names
