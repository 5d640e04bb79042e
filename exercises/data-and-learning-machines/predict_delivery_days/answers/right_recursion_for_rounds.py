import statistics


def nearest(trips, km, k):
    """Return the mean of the days of the k trips closest to the distance."""
    by_distance = sorted(trips, key=lambda trip: abs(trip[0] - km))
    return statistics.mean(days for _, days in by_distance[:k])


def fit_line(trips, rate, rounds):
    """Return slope and base of the line after so many rounds of gradient descent."""
    line = (0.0, 0.0)
    count = len(trips)
    while rounds > 0:
        rounds -= 1
        wrong = [(line[0] * km + line[1] - days, km) for km, days in trips]
        step = sum(e * km for e, km in wrong) / count, sum(e for e, _ in wrong) / count
        line = tuple(old - rate * move for old, move in zip(line, step))
    return line


def mean_error(predict, trips):
    """Return the mean distance between what the model predicts and the truth."""
    return statistics.mean(abs(predict(km) - days) for km, days in trips)
