def sum_weights(*weights, packaging=0):
    if len(weights) == 0:
        return 0
    total = packaging
    for weight in weights:
        total += weight
    return total
