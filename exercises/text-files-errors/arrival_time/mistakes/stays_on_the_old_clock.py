"""You return the right moment, but on the clock of the place the parcel left. The customer wants the clock
of the place where it arrives: that is `zone`."""

from datetime import UTC, timedelta


def arrival_time(left, hours, zone):
    if left.tzinfo is None:
        raise ValueError(f"{left} has no time zone")
    arrives = left.astimezone(UTC) + timedelta(hours=hours)
    return arrives.astimezone(left.tzinfo).strftime("%Y-%m-%d %H:%M")
