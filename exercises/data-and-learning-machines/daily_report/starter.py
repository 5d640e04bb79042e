def extract(path):
    """Return the rows of the CSV file, each as a dictionary of texts."""


def transform(rows, day):
    """Return the report of the day: day, orders, revenue_cents, rejected."""


def load(db, report):
    """Put the report into the table `daily_reports`, in place of an older one."""


def run(path, db, day):
    """Take the day from the file to the database, and return its report."""
