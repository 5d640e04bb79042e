from datetime import datetime, timedelta
from zoneinfo import ZoneInfo


def local(ready_at, zone):
    return datetime.fromisoformat(ready_at).astimezone(ZoneInfo(zone))


def ready_line(ready_at, zone):
    here = local(ready_at, zone)
    return f"Ready since {here:%d.%m.} {here.hour}:{here:%M}"


def kept_until(ready_at, zone):
    return f"{local(ready_at, zone) + timedelta(days=7):%d.%m.}"
