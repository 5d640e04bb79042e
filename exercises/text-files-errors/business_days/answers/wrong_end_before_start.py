from datetime import date, timedelta

SATURDAY = 5


def business_days(start, end, holidays):
    """Return how many business days there are from `start` up to, not including, `end`."""
    closed = {date.fromisoformat(text) for text in holidays}
    count = 0
    start, end = min(start, end), max(start, end)
    day = start
    while day < end:
        if day.weekday() < SATURDAY and day not in closed:
            count += 1
        day += timedelta(days=1)
    return count
