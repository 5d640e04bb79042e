def total_cents(prices):
    """Add up a list of prices in cents."""
    total = 0
    for price in prices:
        total += price

    return total
