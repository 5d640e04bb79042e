"""`replace` puts another zone on the same time, and that is another moment. The clock over
there shows something else at that moment; which method works it out?"""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.replace(tzinfo=ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
