"""A datetime without a time zone isn't refused. Python then assumes the zone of the computer it runs on,
so another computer gives a different answer. Raise a `ValueError` for it."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
