def total_cents(prices):
    total = 0
    for price in prices:
        if prices.index(price) < 10:
            total += price
    return total
