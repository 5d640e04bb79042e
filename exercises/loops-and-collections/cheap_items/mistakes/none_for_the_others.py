"""For everything that is too expensive there is a `None` in your list. An `if ... else` in front of `for` puts something
in for each name. The `if` that picks stands at the end."""


def cheap_items(prices, limit):
    names = [name if cents <= limit else None for name, cents in prices.items()]

    return names
