"""The timeline is right, but you put all logs into one list and sort it. These logs are
too big for memory, and they are sorted already."""

from itertools import groupby


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
    timeline = sorted((entry for log in logs for entry in log), key=time_of)
    groups = groupby(timeline, key=time_of)
    return [(time, [text for _, text in entries]) for time, entries in groups]


def time_of(entry):
    """Return the time of a (time, text) tuple."""
    return entry[0]
