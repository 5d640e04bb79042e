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


def load(db, report):
    """Put the report into the table `daily_reports`, in place of an older one."""
    with db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS daily_reports"
            " (day TEXT PRIMARY KEY, orders INTEGER, revenue_cents INTEGER, rejected INTEGER)"
        )
        db.execute("DELETE FROM daily_reports WHERE day = :day", report)
        db.execute(
            "INSERT INTO daily_reports VALUES (:day, :orders, :revenue_cents, :rejected)", report
        )


def run(path, db, day):
    """Take the day from the file to the database, and return its report."""
    report = transform(extract(path), day)
    load(db, report)
    return report
