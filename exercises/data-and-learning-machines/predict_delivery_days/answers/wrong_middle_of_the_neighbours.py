import statistics


def nearest(trips, km, k):
    """Return the mean of the days of the k trips closest to the distance."""
    by_distance = sorted(trips, key=lambda trip: abs(trip[0] - km))
    return statistics.median(days for _, days in by_distance[:k])


def fit_line(trips, rate, rounds):
    """Return slope and base of the line after so many rounds of gradient descent."""
    slope, base = 0.0, 0.0
    for _ in range(rounds):
        errors = [slope * km + base - days for km, days in trips]
        slope -= rate * statistics.mean(e * km for e, (km, _) in zip(errors, trips))
        base -= rate * statistics.mean(errors)
    return slope, base


def mean_error(predict, trips):
    """Return the mean distance between what the model predicts and the truth."""
    return statistics.mean(abs(predict(km) - days) for km, days in trips)
