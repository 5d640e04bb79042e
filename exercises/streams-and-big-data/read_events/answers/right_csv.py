import csv

NAMES = ["time", "user", "feature"]


def read_events(lines):
    for row in csv.reader(lines):
        if len(row) == 3 and not row[0].startswith("#"):
            yield dict(zip(NAMES, row))
