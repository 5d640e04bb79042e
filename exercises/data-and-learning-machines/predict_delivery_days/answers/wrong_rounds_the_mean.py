import heapq


def nearest(trips, km, k):
    close = heapq.nsmallest(k, enumerate(trips), key=lambda it: (abs(it[1][0] - km), it[0]))
    return round(sum(days for _, (_, days) in close) / len(close), 1)


def fit_line(trips, rate, rounds):
    slope = base = 0.0
    n = len(trips)
    for _ in range(rounds):
        errors = [(slope * km + base - days, km) for km, days in trips]
        base -= rate * sum(e for e, _ in errors) / n
        slope -= rate * sum(e * km for e, km in errors) / n
    return slope, base


def mean_error(predict, trips):
    return sum(abs(predict(km) - days) for km, days in trips) / len(trips)
