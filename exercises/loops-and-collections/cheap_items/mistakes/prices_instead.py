"""Your list holds prices, and the names are wanted. The first part of a comprehension is what goes into the
list."""


def cheap_items(prices, limit):
    names = [cents for name, cents in prices.items() if cents <= limit]

    return names
