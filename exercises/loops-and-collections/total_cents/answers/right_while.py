def total_cents(prices):
    total = 0
    index = 0
    while index < len(prices):
        total = total + prices[index]
        index += 1
    return total
