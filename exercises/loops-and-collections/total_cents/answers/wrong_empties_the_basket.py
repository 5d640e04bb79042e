def total_cents(prices):
    total = 0
    while prices:
        total += prices.pop()

    return total
