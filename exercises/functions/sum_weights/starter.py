def sum_weights():
    """Return what a parcel of any number of weights weighs, in grams."""
