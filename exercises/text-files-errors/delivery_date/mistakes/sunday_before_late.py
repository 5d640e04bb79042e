"""You look for Sundays before you move late orders to the next day. A late order on a Saturday
then leaves on a Sunday. Move it first, and look at the weekday after that."""

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
