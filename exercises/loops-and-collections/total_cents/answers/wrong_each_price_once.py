def total_cents(prices):
    total = 0
    for price in set(prices):
        total += price
    return total
