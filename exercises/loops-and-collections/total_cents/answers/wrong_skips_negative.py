def total_cents(prices):
    total = 0
    for price in prices:
        if price > 0:
            total += price
    return total
