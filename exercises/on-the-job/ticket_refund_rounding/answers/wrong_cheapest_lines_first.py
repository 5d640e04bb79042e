def refunds(paid, prices):
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    parts = [paid * price // total for price in prices]
    left = paid - sum(parts)
    for n in sorted((n for n, p in enumerate(prices) if p), key=lambda n: prices[n])[:left]:
        parts[n] += 1
    return parts
