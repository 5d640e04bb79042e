"""You hand the door to `carry` where the van should be. The door is the context manager; what it hands
out, the van, gets a name with `as`."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door:
        for parcel in parcels:
            with suppress(ValueError):
                carry(parcel, door)
    return len(door)
