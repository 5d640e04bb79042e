import math
import statistics


def delivery_stats(days):
    if not days:
        return None
    ordered = sorted(days)

    def percentile(p):
        return ordered[math.ceil(len(ordered) * p / 100) - 1]

    p25, p75 = percentile(25), percentile(75)
    far = 1.5 * (p75 - p25)
    return {
        "mean": round(sum(days) / len(days), 1),
        "median": statistics.median(days),
        "p90": percentile(90),
        "outliers": [d for d in days if d < p25 - far or d > p75 + far],
    }
