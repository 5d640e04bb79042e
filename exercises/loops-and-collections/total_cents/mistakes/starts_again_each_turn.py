"""Only the last price is in the total. Inside the loop, `total` begins at 0 again on every turn. Start it once,
above the loop."""


def total_cents(prices):
    total = 0
    for price in prices:
        total = 0
        total += price

    return total
