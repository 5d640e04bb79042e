from datetime import UTC, datetime
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError("no zone")
    seconds = left.timestamp() + hours * 3600
    return (
        datetime.fromtimestamp(seconds, tz=UTC)
        .astimezone(ZoneInfo(zone))
        .strftime("%Y-%m-%d %H:%M")
    )
