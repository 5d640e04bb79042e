"""Collects the places of the lines that were paid for, and gives a cent to as many of them as there are
cents left. The rule is easier to see, at the price of one more list."""


def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [paid * price // total for price in prices]
    left = paid - sum(shares)
    paying = [place for place, price in enumerate(prices) if price > 0]
    for place in paying[:left]:
        shares[place] += 1
    return shares
