"""Your list holds prices. What stands in front of `for` goes into the list, and the names were asked for."""


def cheap_items(prices, limit):
    names = [cents for name, cents in prices.items() if cents <= limit]

    return names
