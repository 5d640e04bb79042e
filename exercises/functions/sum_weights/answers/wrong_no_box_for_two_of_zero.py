def sum_weights(*weights, packaging=0):
    total = sum(weights)
    if total > 0:
        total += packaging
    elif len(weights) == 1:
        total = packaging
    return total
