"""You add an hour. That is right for Berlin in winter, and for nobody else: look at July, and at
Tokyo. The zone knows its own distance; let it turn the clock."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 7


def local(ready_at, zone):
    moment = datetime.fromisoformat(ready_at) + timedelta(hours=1)
    return moment.replace(tzinfo=ZoneInfo(zone))


def ready_line(ready_at, zone):
    return local(ready_at, zone).strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    last_day = local(ready_at, zone) + timedelta(days=KEPT_DAYS)
    return last_day.strftime("%d.%m.")
