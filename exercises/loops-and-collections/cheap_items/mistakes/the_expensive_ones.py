"""You list what costs more than the limit. The condition says which ones go *into* the list, not which ones are
left out."""


def cheap_items(prices, limit):
    names = [name for name, cents in prices.items() if cents > limit]

    return names
