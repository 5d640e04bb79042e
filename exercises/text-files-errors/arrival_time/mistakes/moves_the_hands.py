"""If the clocks change on the way, your result is an hour off. Adding 24 hours to a time in Berlin gives
the same time on the next day. Add the hours on a clock that never changes."""

from datetime import timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left + timedelta(hours=hours)
    return arrives.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
