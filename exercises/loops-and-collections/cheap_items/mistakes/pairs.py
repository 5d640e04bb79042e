"""Your list holds tuples of name and price. Unpack each pair, and put only the name into the list."""


def cheap_items(prices, limit):
    names = [pair for pair in prices.items() if pair[1] <= limit]

    return names
