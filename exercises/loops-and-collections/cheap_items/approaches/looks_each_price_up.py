"""A loop over a dictionary gives its keys, and each price is looked up. It saves the method and the second name,
but `items` says more clearly that you need both."""


def cheap_items(prices, limit):
    """List the names of everything that costs at most the limit."""
    names = [name for name in prices if prices[name] <= limit]

    return names
