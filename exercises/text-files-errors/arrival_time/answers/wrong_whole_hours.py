from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    """Return when something arrives that left at a moment, on the clock of a zone."""
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left.astimezone(UTC) + timedelta(hours=int(hours))
    return arrives.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M")
