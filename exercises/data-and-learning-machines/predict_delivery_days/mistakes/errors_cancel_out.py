"""In `mean_error` an error of +2 and one of -2 make 0, and a bad model looks perfect. Take each error without its
sign."""


import statistics


def nearest(trips, km, k):
    by_distance = sorted(trips, key=lambda trip: abs(trip[0] - km))
    return statistics.mean(days for _, days in by_distance[:k])


def fit_line(trips, rate, rounds):
    slope, base = 0.0, 0.0
    for _ in range(rounds):
        errors = [slope * km + base - days for km, days in trips]
        slope -= rate * statistics.mean(e * km for e, (km, _) in zip(errors, trips))
        base -= rate * statistics.mean(errors)
    return slope, base


def mean_error(predict, trips):
    return statistics.mean((predict(km) - days) for km, days in trips)
