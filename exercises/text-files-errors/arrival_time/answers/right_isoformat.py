from datetime import timedelta, timezone
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if not left.tzinfo:
        raise ValueError("which clock?")
    there = (left.astimezone(timezone.utc) + timedelta(hours=hours)).astimezone(ZoneInfo(zone))
    return there.isoformat(sep=" ")[:16]
