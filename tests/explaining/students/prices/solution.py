def count_between(prices, low, high):
    return sum(low <= price <= high for price in prices)


def cheapest(prices):
    return min(prices, key=prices.get) if prices else None


def label(name, price):
    return f"{name}: {price:.2f}"
