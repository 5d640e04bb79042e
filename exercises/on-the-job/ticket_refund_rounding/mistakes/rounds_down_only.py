"""You never pay out too much now, but Lena Vogt still misses her cent: what was cut off by rounding down
belongs to somebody. Work out what is left, and hand it out."""


def refunds(paid, prices):
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    return [paid * price // total for price in prices]
