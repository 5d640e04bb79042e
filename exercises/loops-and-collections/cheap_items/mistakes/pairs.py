"""Your list holds tuples of name and price. Unpack each pair, and put only the name in front of `for`."""


def cheap_items(prices, limit):
    names = [pair for pair in prices.items() if pair[1] <= limit]

    return names
