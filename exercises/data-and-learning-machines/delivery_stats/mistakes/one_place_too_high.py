"""The position rounded up counts from 1, but a list counts from 0. With ten values you take the tenth
instead of the ninth, and your percentiles come out one place too high."""

import math
import statistics


def percentile(days, percent):
    return sorted(days)[min(math.ceil(percent * len(days) / 100), len(days) - 1)]


def delivery_stats(days):
    if not days:
        return None
    low, high = percentile(days, 25), percentile(days, 75)
    reach = 1.5 * (high - low)
    return {
        "mean": statistics.mean(days),
        "median": statistics.median(days),
        "p90": percentile(days, 90),
        "outliers": [day for day in days if day < low - reach or day > high + reach],
    }
