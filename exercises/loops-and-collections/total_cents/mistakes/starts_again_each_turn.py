"""Only the last price is in the total. What was added before is lost in every iteration. Start at 0 once, above
the loop, and keep adding."""


def total_cents(prices):
    total = 0
    for price in prices:
        total = 0
        total += price

    return total
