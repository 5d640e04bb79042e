def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    total = sum(prices)
    parts = [int(paid / total * price) if price else 0 for price in prices]
    left = paid - sum(parts)
    for number, price in enumerate(prices):
        if price and left:
            parts[number] += 1
            left -= 1
    return parts
