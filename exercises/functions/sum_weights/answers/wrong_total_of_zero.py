def sum_weights(*weights, packaging=0):
    total = sum(weights)
    if total == 0:
        return 0
    return total + packaging
