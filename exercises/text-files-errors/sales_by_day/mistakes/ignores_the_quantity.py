"""Each sale counts as one piece in your totals. `cents` is the price of one; two teas bring in
twice as much."""

import csv


def sales_by_day(lines):
    totals = {}
    for row in csv.DictReader(lines):
        totals[row["day"]] = totals.get(row["day"], 0) + int(row["cents"])
    return totals
