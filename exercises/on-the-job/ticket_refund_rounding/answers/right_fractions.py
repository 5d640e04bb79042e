import math
from fractions import Fraction

def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    result = [math.floor(Fraction(paid * price, total or 1)) for price in prices]
    while sum(result) < paid and total:
        for place, price in enumerate(prices):
            if price and sum(result) < paid:
                result[place] += 1
    return result
