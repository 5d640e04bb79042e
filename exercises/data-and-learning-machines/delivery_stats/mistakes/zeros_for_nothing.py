"""For a list without parcels you return zeros. Nobody delivered in 0 days; nobody delivered at all. Nothing known
is `None`."""

import math
import statistics


def percentile(days, percent):
    return sorted(days)[math.ceil(percent * len(days) / 100) - 1]


def delivery_stats(days):
    if not days:
        return {"mean": 0, "median": 0, "p90": 0, "outliers": []}
    low, high = percentile(days, 25), percentile(days, 75)
    reach = 1.5 * (high - low)
    return {
        "mean": statistics.mean(days),
        "median": statistics.median(days),
        "p90": percentile(days, 90),
        "outliers": [day for day in days if day < low - reach or day > high + reach],
    }
