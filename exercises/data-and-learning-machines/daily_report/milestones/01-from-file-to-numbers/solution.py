import csv


def extract(path):
    """Return the rows of the CSV file, each as a dictionary of texts."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def cents_of(row):
    """Return the total of the row, or None where it cannot be used."""
    try:
        cents = int(row["total_cents"])
    except (TypeError, ValueError):  # a row that is cut off has None there
        return None
    return cents if cents >= 0 else None


def transform(rows, day):
    """Return the report of the day: day, orders, revenue_cents, rejected."""
    totals = [cents_of(row) for row in rows if row["day"] == day]
    usable = [cents for cents in totals if cents is not None]
    return {
        "day": day,
        "orders": len(usable),
        "revenue_cents": sum(usable),
        "rejected": len(totals) - len(usable),
    }
