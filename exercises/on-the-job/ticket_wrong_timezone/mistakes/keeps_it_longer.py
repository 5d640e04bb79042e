"""Mr Sato would have got his parcel, but the clocks are still wrong, and everyone else now has a day too
many. The number of days was right. The day that it counts from is not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 8


def local(ready_at, zone):
    moment = datetime.fromisoformat(ready_at)
    return moment.replace(tzinfo=ZoneInfo(zone))


def ready_line(ready_at, zone):
    return local(ready_at, zone).strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    last_day = local(ready_at, zone) + timedelta(days=KEPT_DAYS)
    return last_day.strftime("%d.%m.")
