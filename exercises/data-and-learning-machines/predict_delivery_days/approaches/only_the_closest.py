"""`heapq.nsmallest` keeps only the `k` closest trips while it goes through all of them, so it need not sort the rest. With a
million trips and a small `k` that is faster; with eight trips `sorted` is what everybody can read at once."""

import heapq
import statistics


def nearest(trips, km, k):
    """Return the mean of the days of the k trips closest to the distance."""
    closest = heapq.nsmallest(k, trips, key=lambda trip: abs(trip[0] - km))
    return statistics.mean(days for _, days in closest)


def fit_line(trips, rate, rounds):
    """Return slope and base of the line after so many rounds of gradient descent."""
    slope, base = 0.0, 0.0
    for _ in range(rounds):
        errors = [slope * km + base - days for km, days in trips]
        slope_moves = [error * km for error, (km, _) in zip(errors, trips)]
        slope -= rate * statistics.fmean(slope_moves)
        base -= rate * statistics.fmean(errors)
    return slope, base


def mean_error(predict, trips):
    """Return the mean distance between what the model predicts and the truth."""
    return statistics.fmean(abs(predict(km) - days) for km, days in trips)
