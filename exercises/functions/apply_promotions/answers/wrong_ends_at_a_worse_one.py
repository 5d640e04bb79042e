def apply_promotions(price, promotions):
    best = price
    for p in promotions:
        if p(price) > best:
            break
        best = p(price)
    return max(best, 0)
