import numpy as np


def van_totals(grams):
    return grams.sum(axis=0)


def too_heavy(grams, limit):
    return (grams > limit).sum(axis=0)


def capped(grams, limit):
    return np.minimum(grams, limit) if (grams > limit).any() else grams


def postage(grams):
    return np.where(grams <= 1000, 490, np.where(grams <= 5000, 690, 1290))
