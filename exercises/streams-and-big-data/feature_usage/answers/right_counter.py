from collections import Counter
from itertools import groupby


def feature_usage(lines):
    rows = (line.strip().split(",") for line in lines)
    good = (row for row in rows if len(row) == 3)
    for day, group in groupby(good, key=lambda row: row[0]):
        yield day, dict(Counter(row[2] for row in group))
