"""Your Sundays are never found: `weekday()` gives 0 for Monday, so it never reaches 7. Which
number is left for Sunday?"""

from datetime import timedelta


def delivery_date(ordered_at, days):
    leaves = ordered_at.date()
    if ordered_at.hour >= 14:
        leaves += timedelta(days=1)
    if leaves.weekday() == 7:
        leaves += timedelta(days=1)
    arrives = leaves + timedelta(days=days)
    if arrives.weekday() == 7:
        arrives += timedelta(days=1)
    return arrives
