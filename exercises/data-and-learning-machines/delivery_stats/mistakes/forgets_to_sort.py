"""Your p90 takes a position in the list as it came. A percentile is a position among the *sorted*
values: first the quick parcels, then the slow ones."""

import math
import statistics


def percentile(days, percent):
    return days[math.ceil(percent * len(days) / 100) - 1]


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
