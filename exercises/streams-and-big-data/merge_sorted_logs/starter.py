import heapq
from itertools import groupby


def merge_sorted_logs(logs):
    """Yield (time, texts) for every time in any of the sorted logs, in order."""
