"""You check for Sundays when the parcel leaves, but not when it arrives. Nobody delivers on a Sunday, so check the day
of arrival too."""

from datetime import timedelta


def delivery_date(ordered_at, days):
    leaves = ordered_at.date()
    if ordered_at.hour >= 14:
        leaves += timedelta(days=1)
    if leaves.weekday() == 6:
        leaves += timedelta(days=1)
    return leaves + timedelta(days=days)
