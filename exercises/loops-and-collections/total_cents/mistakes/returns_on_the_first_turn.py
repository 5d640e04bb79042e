"""Only the first price is in the total. `return` stands inside your loop, so it ends the work on the first turn.
It belongs on the level of `for`."""


def total_cents(prices):
    total = 0
    for price in prices:
        total += price
        return total

    return total
