import csv


def sales_by_day(lines):
    """Return what was sold on each day, in cents, from the lines of a CSV file."""
    totals = {}
    for row in csv.DictReader(lines):
        amount = float(row["quantity"]) * int(row["cents"])
        totals[row["day"]] = totals.get(row["day"], 0) + amount
    return totals
