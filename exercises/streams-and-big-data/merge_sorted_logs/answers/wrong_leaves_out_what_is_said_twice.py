import heapq
from itertools import groupby


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
    timeline = heapq.merge(*logs, key=time_of)
    for time, entries in groupby(timeline, key=time_of):
        yield time, list(dict.fromkeys(text for _, text in entries))


def time_of(entry):
    """Return the time of a (time, text) tuple."""
    return entry[0]
