import numpy as np


def van_totals(grams):
    """Return what each van carried in all days together: days are rows, vans are columns."""
    return grams.sum(axis=0)


def too_heavy(grams, limit):
    """Return on how many days each van carried more than the limit."""
    grams[grams <= limit] = 0
    return np.count_nonzero(grams, axis=0)


def capped(grams, limit):
    """Return the weights, at most the limit each, in a new array."""
    return np.minimum(grams, limit)


def postage(grams):
    """Return the postage of each parcel: 490 up to 1000 g, 690 up to 5000 g, 1290 above."""
    return np.where(grams <= 1000, 490, np.where(grams <= 5000, 690, 1290))
