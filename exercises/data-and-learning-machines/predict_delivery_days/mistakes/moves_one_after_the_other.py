"""The second number moves with errors that already contain the first move. Both belong to one step: work out the errors
once, with the old numbers."""


import statistics


def nearest(trips, km, k):
    by_distance = sorted(trips, key=lambda trip: abs(trip[0] - km))
    return statistics.mean(days for _, days in by_distance[:k])


def fit_line(trips, rate, rounds):
    slope, base = 0.0, 0.0
    for _ in range(rounds):
        errors = [slope * km + base - days for km, days in trips]
        slope -= rate * statistics.mean(e * km for e, (km, _) in zip(errors, trips))
        base -= rate * statistics.mean(slope * km + base - days for km, days in trips)
    return slope, base


def mean_error(predict, trips):
    return statistics.mean(abs(predict(km) - days) for km, days in trips)
