import csv


def extract(path):
    """Return the rows of the CSV file, each as a dictionary of texts."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def transform(rows, day):
    """Return the report of the day: day, orders, revenue_cents, rejected."""
    report = dict(day=day, orders=0, revenue_cents=0, rejected=0)
    for row in rows:
        if row["day"] != day:
            continue
        text = row["total_cents"] or ""
        if text.isascii() and text.isdigit():
            report["orders"] += 1
            report["revenue_cents"] += int(text)
        else:
            report["rejected"] += 1
    return report


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
