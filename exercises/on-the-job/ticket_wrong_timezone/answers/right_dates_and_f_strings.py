from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
from datetime import date

KEPT_DAYS = 7


def local(ready_at, zone):
    """Return the moment on the clock of the pick-up shop."""
    moment = datetime.fromisoformat(ready_at)
    return moment.astimezone(ZoneInfo(zone))


def ready_line(ready_at, zone):
    """Return the message that the parcel is there."""
    moment = local(ready_at, zone)
    return f"Ready since {moment.day:02}.{moment.month:02}. {moment:%H:%M}"


def kept_until(ready_at, zone):
    """Return the last day on which the parcel can be fetched."""
    brought = local(ready_at, zone).date()
    last = date.fromordinal(brought.toordinal() + KEPT_DAYS)
    return f"{last:%d.%m.}"
