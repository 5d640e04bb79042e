"""Your holidays count as business days. The list has strings in it, and a date never equals a string.
Convert one into the other before you compare."""

from datetime import timedelta


def business_days(start, end, holidays):
    count = 0
    day = start
    while day < end:
        if day.weekday() < 5 and day not in holidays:
            count += 1
        day += timedelta(days=1)
    return count
