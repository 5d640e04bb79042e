"""Within one minute your lines are sorted by their text. They should keep the order of
the logs. Tell `merge` to compare only the times."""

import heapq
from itertools import groupby


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
    timeline = heapq.merge(*logs)
    for time, entries in groupby(timeline, key=time_of):
        yield time, [text for _, text in entries]


def time_of(entry):
    """Return the time of a (time, text) tuple."""
    return entry[0]
