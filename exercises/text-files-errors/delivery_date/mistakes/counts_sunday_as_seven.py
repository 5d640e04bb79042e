"""Your function never finds a Sunday: no parcel is moved to Monday. `weekday()` gives 0 for Monday; which number does that
leave for Sunday?"""

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
