def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [round(paid * price / total) for price in prices]
    shares[-1] += paid - sum(shares)
    return shares
