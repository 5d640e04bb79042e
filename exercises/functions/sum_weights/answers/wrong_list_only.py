def sum_weights(weights=[], *, packaging=0):
    if not weights:
        return 0
    return sum(weights) + packaging
