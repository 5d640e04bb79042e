import csv


def sales_by_day(lines):
    totals = {}
    header = None
    for row in csv.reader(lines):
        if header is None:
            header = row
            continue
        sale = dict(zip(header, row))
        if sale["day"] not in totals:
            totals[sale["day"]] = 0
        totals[sale["day"]] += int(sale["quantity"]) * int(sale["cents"])
    return totals
