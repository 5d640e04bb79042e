import heapq
import statistics


def nearest(trips, km, k):
    """Return the mean of the days of the k trips closest to the distance."""
    close = heapq.nsmallest(k, enumerate(trips), key=lambda it: (abs(it[1][0] - km), it[0]))
    return sum(days for _, (_, days) in close) / len(close)


def fit_line(trips, rate, rounds):
    """Return slope and base of the line after so many rounds of gradient descent."""
    slope = base = 0.0
    for _ in range(rounds):
        for_slope = for_base = 0.0
        for km, days in trips:
            error = slope * km + base - days
            for_slope += error * km
            for_base += error
        slope, base = slope - rate * for_slope / len(trips), base - rate * for_base / len(trips)
    return slope, base


def mean_error(predict, trips):
    """Return the mean distance between what the model predicts and the truth."""
    total = 0
    for km, days in trips:
        total += abs(days - predict(km))
    return total / len(trips)
