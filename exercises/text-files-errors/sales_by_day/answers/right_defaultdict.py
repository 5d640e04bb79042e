import csv
from collections import defaultdict


def sales_by_day(lines):
    totals = defaultdict(int)
    for row in csv.DictReader(lines):
        totals[row["day"]] += int(row["cents"]) * int(row["quantity"])
    return dict(totals)
