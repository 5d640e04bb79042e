def total_cents(prices):
    if prices == []:
        return 0
    return prices[0] + total_cents(prices[1:])
