import csv


def sales_by_day(lines):
    sales = {}
    for row in csv.DictReader(lines):
        sales[row["day"], row["name"]] = int(row["quantity"]) * int(row["cents"])
    totals = {}
    for (day, _), cents in sales.items():
        totals[day] = totals.get(day, 0) + cents
    return totals
