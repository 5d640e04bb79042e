"""An order at exactly 14:00 still leaves on the same day. Only orders *before* two do; at two it is too late."""

from datetime import timedelta


def delivery_date(ordered_at, days):
    leaves = ordered_at.date()
    if ordered_at.hour > 14 or ordered_at.hour == 14 and ordered_at.minute > 0:
        leaves += timedelta(days=1)
    if leaves.weekday() == 6:
        leaves += timedelta(days=1)
    arrives = leaves + timedelta(days=days)
    if arrives.weekday() == 6:
        arrives += timedelta(days=1)
    return arrives
