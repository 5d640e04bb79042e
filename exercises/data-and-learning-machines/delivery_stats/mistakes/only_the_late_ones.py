"""You only look for parcels that came too late. A value far *below* the middle half is an outlier as well:
often it is a typing error, and worth a look."""

import math
import statistics


def percentile(days, percent):
    return sorted(days)[math.ceil(percent * len(days) / 100) - 1]


def delivery_stats(days):
    if not days:
        return None
    low, high = percentile(days, 25), percentile(days, 75)
    reach = 1.5 * (high - low)
    return {
        "mean": statistics.mean(days),
        "median": statistics.median(days),
        "p90": percentile(days, 90),
        "outliers": [day for day in days if day > high + reach],
    }
