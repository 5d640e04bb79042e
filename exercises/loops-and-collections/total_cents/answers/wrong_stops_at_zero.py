def total_cents(prices):
    total = 0
    i = 0
    while i < len(prices) and prices[i] != 0:
        total += prices[i]
        i += 1
    return total
