import math
import statistics


def percentile(days, percent):
    """Return the value that `percent` % of the days do not exceed (nearest rank)."""
    rank = math.ceil(percent * len(days) / 100)
    return int(sorted(days)[rank - 1])


def delivery_stats(days):
    """Return mean, median, p90 and outliers of the days, or None without any."""
    if not days:
        return None
    low = percentile(days, 25)
    high = percentile(days, 75)
    reach = 1.5 * (high - low)
    return {
        "mean": statistics.mean(days),
        "median": statistics.median(days),
        "p90": percentile(days, 90),
        "outliers": [day for day in days if day < low - reach or day > high + reach],
    }
