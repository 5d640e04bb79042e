"""The result is how many prices there are. Add the price itself."""


def total_cents(prices):
    total = 0
    for price in prices:
        total += 1

    return total
