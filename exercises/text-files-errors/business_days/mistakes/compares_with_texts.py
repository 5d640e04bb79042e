"""Your holidays count as business days. You look for a date in a list of texts, and a date
never equals a text. Make dates of the texts first."""

from datetime import timedelta


def business_days(start, end, holidays):
    count = 0
    day = start
    while day < end:
        if day.weekday() < 5 and day not in holidays:
            count += 1
        day += timedelta(days=1)
    return count
