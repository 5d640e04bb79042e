from itertools import groupby


def feature_usage(lines):
    parts = (line.rstrip("\n").split(",") for line in lines)
    events = (p for p in parts if len(p) == 3 and all(p))
    for day, uses in groupby(events, key=lambda p: p[0]):
        counts = {}
        for _, _, feature in uses:
            counts[feature] = counts.get(feature, 0) + 1
        yield day, counts
