"""You yield one log after the other, so a time can turn up twice and the order is wrong. The logs
must be merged by time before equal times can be put together."""

from itertools import chain, groupby


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
    timeline = chain(*logs)
    for time, entries in groupby(timeline, key=time_of):
        yield time, [text for _, text in entries]


def time_of(entry):
    """Return the time of a (time, text) tuple."""
    return entry[0]
