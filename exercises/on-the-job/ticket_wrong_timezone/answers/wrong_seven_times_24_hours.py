from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 7


def local(ready_at, zone):
    """Return the moment on the clock of the pick-up shop."""
    moment = datetime.fromisoformat(ready_at)
    return moment.astimezone(ZoneInfo(zone))


def ready_line(ready_at, zone):
    """Return the message that the parcel is there."""
    return local(ready_at, zone).strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    """Return the last day on which the parcel can be fetched."""
    later = datetime.fromisoformat(ready_at) + timedelta(days=KEPT_DAYS)
    last_day = local(later.isoformat(), zone)
    return last_day.strftime("%d.%m.")
