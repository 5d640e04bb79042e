from datetime import date, timedelta


def business_days(start, end, holidays):
    """Return how many business days there are from `start` up to, not including, `end`."""
