"""You return the time of the place the parcel left, as if it were the time over there: another zone with
the same hours is another moment. What does the clock over there show at this moment?"""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.replace(tzinfo=ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
