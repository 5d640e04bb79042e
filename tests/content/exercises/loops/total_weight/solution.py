def total_weight(weights):
    """Return the sum of the weights in grams."""
    total = 0
    for weight in weights:
        total += weight
    return total
