from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 7


def local(ready_at, zone):
    """Return the moment on the clock of the pick-up shop."""
    moment = datetime.fromisoformat(ready_at)
    return moment.replace(tzinfo=ZoneInfo(zone))


def ready_line(ready_at, zone):
    """Return the message that the parcel is there."""
    return local(ready_at, zone).strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    """Return the last day on which the parcel can be fetched."""
    last_day = local(ready_at, zone) + timedelta(days=KEPT_DAYS)
    return last_day.strftime("%d.%m.")
