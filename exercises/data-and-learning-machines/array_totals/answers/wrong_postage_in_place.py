import numpy as np


def van_totals(grams):
    return grams.sum(axis=0)


def too_heavy(grams, limit):
    return (grams > limit).sum(axis=0)


def capped(grams, limit):
    return np.minimum(grams, limit)


def postage(grams):
    prices = grams.copy()
    prices[grams > 5000] = 1290
    prices[grams <= 5000] = 690
    prices[grams <= 1000] = 490
    grams[:] = prices
    return prices
