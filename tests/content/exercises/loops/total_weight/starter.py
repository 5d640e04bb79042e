def total_weight(weights):
    """Return the sum of the weights in grams."""
