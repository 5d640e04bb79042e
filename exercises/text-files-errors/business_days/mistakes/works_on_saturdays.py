"""You count Saturdays as business days. `weekday()` begins with 0 for Monday, so Friday is 4 and Saturday is 5."""

from datetime import date, timedelta


def business_days(start, end, holidays):
    closed = {date.fromisoformat(text) for text in holidays}
    count = 0
    day = start
    while day < end:
        if day.weekday() <= 5 and day not in closed:
            count += 1
        day += timedelta(days=1)
    return count
