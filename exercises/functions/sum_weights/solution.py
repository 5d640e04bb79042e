def sum_weights(*weights, packaging=0):
    """Return what a parcel of any number of weights weighs, in grams."""
    if not weights:
        return 0
    return sum(weights) + packaging
