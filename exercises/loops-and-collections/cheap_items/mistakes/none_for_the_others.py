"""For everything that is too expensive there is a `None` in your list. To leave values out, put an `if` without
`else` at the end of the comprehension."""


def cheap_items(prices, limit):
    names = [name if cents <= limit else None for name, cents in prices.items()]

    return names
