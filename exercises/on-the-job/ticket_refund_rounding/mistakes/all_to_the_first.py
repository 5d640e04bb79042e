"""The sum is right. But all the cents that are left go to the first line, even when there are two. The
rule is one cent each, from the first line on."""


def refunds(paid, prices):
    total = sum(prices)
    if total == 0:
        return [0 for price in prices]
    shares = [paid * price // total for price in prices]
    for place, price in enumerate(prices):
        if price > 0:
            shares[place] += paid - sum(shares)
            break
    return shares
