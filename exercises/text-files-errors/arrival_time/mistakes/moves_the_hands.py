"""When clocks jump on the way, you are an hour off. Added to a Berlin time, 24 hours mean the
same time on the next day. Add the hours on a clock that never jumps."""

from datetime import timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left + timedelta(hours=hours)
    return arrives.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
