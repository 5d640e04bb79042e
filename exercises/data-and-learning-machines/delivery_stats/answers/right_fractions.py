import math
import statistics
from fractions import Fraction


def percentile(days, percent):
    """Return the value that `percent` % of the days do not exceed (nearest rank)."""
    ordered = sorted(days)
    for rank, day in enumerate(ordered, start=1):
        if Fraction(rank, len(ordered)) >= Fraction(percent, 100):
            return day
    return ordered[-1]


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
