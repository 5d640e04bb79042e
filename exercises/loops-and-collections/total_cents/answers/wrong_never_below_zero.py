def total_cents(prices):
    total = 0
    for price in prices:
        total += price
        if total < 0:
            total = 0
    return total
