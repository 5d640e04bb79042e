def cheap_items(prices, limit):
    """List the names of everything that costs at most the limit."""
    names = []

    return names
