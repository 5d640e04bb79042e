def sales_by_day(lines):
    """Return what was sold on each day, in cents, from the lines of a CSV file."""
