"""Your time is right, but it is the time at the place the parcel left. The customer wants to
know what the clock says where it arrives: `zone` tells you."""

from datetime import UTC, timedelta


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.astimezone(left.tzinfo).strftime("%Y-%m-%d %H:%M")
