"""The lady in Berlin gets the right time, Mr Sato still the wrong day. You repaired `ready_line`; the cause is
in a line that both functions use."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 7


def local(ready_at, zone):
    moment = datetime.fromisoformat(ready_at)
    return moment.replace(tzinfo=ZoneInfo(zone))


def ready_line(ready_at, zone):
    moment = datetime.fromisoformat(ready_at).astimezone(ZoneInfo(zone))
    return moment.strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    last_day = local(ready_at, zone) + timedelta(days=KEPT_DAYS)
    return last_day.strftime("%d.%m.")
