"""The sum is right, and a free gift can get a cent back, though nobody paid for it. Pass over
the lines with price 0 when you hand out what is left."""


def refunds(paid, prices):
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [paid * price // total for price in prices]
    left = paid - sum(shares)
    for place in range(left):
        shares[place] += 1
    return shares
