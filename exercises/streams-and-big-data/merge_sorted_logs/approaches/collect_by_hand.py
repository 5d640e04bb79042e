"""Without `groupby`: collect until the time changes. It is longer, and the last minute
needs its own lines after the loop, but there is nothing to look up."""

import heapq


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
    now, texts = None, []
    for time, text in heapq.merge(*logs, key=lambda entry: entry[0]):
        if texts and time != now:
            yield now, texts
            texts = []
        now = time
        texts.append(text)
    if texts:
        yield now, texts
