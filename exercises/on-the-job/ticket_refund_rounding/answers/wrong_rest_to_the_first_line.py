def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [paid * price // total for price in prices]
    left = paid - sum(shares)
    shares[0] += left
    return shares
