from heapq import merge
from operator import itemgetter


def merge_sorted_logs(logs):
    current, texts = None, []
    for time, text in merge(*logs, key=itemgetter(0)):
        if time != current and texts:
            yield (current, texts)
            texts = []
        current = time
        texts.append(text)
    if texts:
        yield (current, texts)
