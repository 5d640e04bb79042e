import heapq
from itertools import groupby
from operator import itemgetter


def merge_sorted_logs(logs):
    merged = heapq.merge(*logs[:2], key=itemgetter(0))
    for time, entries in groupby(merged, key=itemgetter(0)):
        yield time, [text for _, text in entries]
