"""You round every share, and the last line makes up the difference. The sum is right, but the rule is another
one: round every line *down*, then give the cents that are left to the first lines."""


def refunds(paid, prices):
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [round(paid * price / total) for price in prices]
    shares[-1] += paid - sum(shares)
    return shares
