def refunds(paid, prices):
    """Return what each line of an order gets back, in cents, when `paid` was paid for all."""
    if not any(prices):
        return [0] * len(prices)
    parts = [divmod(paid * price, sum(prices))[0] for price in prices]
    paid_lines = [place for place, price in enumerate(prices) if price]
    for place in paid_lines[: paid - sum(parts)]:
        parts[place] += 1
    return parts
