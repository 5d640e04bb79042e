"""The first heavy parcel ends the loading: `suppress` stands around the whole loop, and its block is
left at the first exception. Make the block so small that the next parcel has its turn."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door as van, suppress(ValueError):
        for parcel in parcels:
            carry(parcel, van)
    return len(van)
