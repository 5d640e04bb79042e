"""The first price is missing. You walk through the places and begin at 1, but places are counted from 0. A loop
over the prices themselves needs no places."""


def total_cents(prices):
    total = 0
    for place in range(1, len(prices)):
        total += prices[place]

    return total
