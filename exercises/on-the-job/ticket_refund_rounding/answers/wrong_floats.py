def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [int(paid * (price / total)) for price in prices]
    left = paid - sum(shares)
    for place, price in enumerate(prices):
        if left > 0 and price > 0:
            shares[place] += 1
            left -= 1
    return shares
