import math
import statistics


def percentile(days, percent):
    """Return the value that `percent` % of the days do not exceed (nearest rank)."""
    rank = math.ceil(percent * len(days) / 100)
    return sorted(days)[rank - 1]


def nearest_rank(ordered, percent):
    """Return the value at that share of sorted values, rounded up."""
    return ordered[-(-len(ordered) * percent // 100) - 1]


def delivery_stats(days):
    """Return mean, median, p90 and outliers of the days, or None without any."""
    if len(days) == 0:
        return None
    ordered = sorted(days)
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    low, high = nearest_rank(ordered, 25), nearest_rank(ordered, 75)
    reach = (high - low) * 3 / 2
    return {
        "outliers": list(filter(lambda it: not low - reach <= it <= high + reach, days)),
        "p90": nearest_rank(ordered, 90),
        "median": median,
        "mean": math.fsum(days) / len(days),
    }
