"""You pass the door to `carry` instead of the van. The door is the context manager; what it gives you, the van, gets a name
with `as`."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door:
        for parcel in parcels:
            with suppress(ValueError):
                carry(parcel, door)
    return len(door)
