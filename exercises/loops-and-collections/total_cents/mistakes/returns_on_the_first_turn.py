"""Only the first price is in the total. The function returns in the first iteration; it should return after the
loop."""


def total_cents(prices):
    total = 0
    for price in prices:
        total += price
        return total

    return total
