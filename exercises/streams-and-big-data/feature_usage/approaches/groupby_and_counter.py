"""A pipeline: good rows, cut into days by `groupby`, counted by `Counter`. The last day
needs no extra line. But you have to know that each group is a stream, which is gone once the next day begins."""

from collections import Counter
from itertools import groupby


def feature_usage(lines):
    """Yield (day, {feature: uses}) for each day of a log that is sorted by day."""
    rows = (line.strip().split(",") for line in lines)
    whole = (row for row in rows if len(row) == 3)
    for day, group in groupby(whole, key=lambda row: row[0]):
        yield day, dict(Counter(feature for _, _, feature in group))
