import numpy as np


def van_totals(grams):
    """Return what each van carried in all days together: days are rows, vans are columns."""
    return grams.sum(axis=0)


def too_heavy(grams, limit):
    """Return on how many days each van carried more than the limit."""
    return np.count_nonzero(grams > limit, axis=0)


def capped(grams, limit):
    """Return the weights, at most the limit each, in a new array."""
    return grams.clip(max=limit)


def postage(grams):
    """Return the postage of each parcel: 490 up to 1000 g, 690 up to 5000 g, 1290 above."""
    return np.array([490, 690, 1290])[np.digitize(grams, [1000, 5000], right=True)]
