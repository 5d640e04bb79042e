from datetime import UTC, timedelta
from zoneinfo import ZoneInfo


def arrival_time(left, hours, zone):
    """Return when something arrives that left at a moment, on the clock of a zone."""
