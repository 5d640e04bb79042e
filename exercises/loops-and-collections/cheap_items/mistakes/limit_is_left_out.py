"""What costs exactly the limit is missing. "At most" includes the limit itself."""


def cheap_items(prices, limit):
    names = [name for name, cents in prices.items() if cents < limit]

    return names
