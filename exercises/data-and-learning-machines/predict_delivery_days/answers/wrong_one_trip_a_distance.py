def nearest(trips, km, k):
    closest = sorted(dict(trips).items(), key=lambda trip: abs(trip[0] - km))[:k]
    return sum(days for _, days in closest) / len(closest)


def fit_line(trips, rate, rounds):
    slope, base = 0, 0
    for _ in range(rounds):
        errors = [slope * km + base - days for km, days in trips]
        base -= rate * sum(errors) / len(trips)
        slope -= rate * sum(error * km for error, (km, _) in zip(errors, trips)) / len(trips)
    return slope, base


def mean_error(predict, trips):
    return sum(abs(predict(km) - days) for km, days in trips) / len(trips)
