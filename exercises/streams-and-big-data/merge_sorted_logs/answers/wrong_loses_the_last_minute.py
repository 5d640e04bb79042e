from heapq import merge


def merge_sorted_logs(logs):
    current, texts = None, []
    for time, text in merge(*logs, key=lambda entry: entry[0]):
        if time != current and texts:
            yield (current, texts)
            texts = []
        current = time
        texts.append(text)
