"""The first weight is taken for the packaging. What comes after the starred parameter can only be passed by
name."""


def sum_weights(packaging=0, *weights):
    if not weights:
        return 0
    return sum(weights) + packaging
