"""The first heavy parcel ends the loading: after it, no other parcel is carried. Catch the exception of each parcel by
itself, so that the loop can go on."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door as van, suppress(ValueError):
        for parcel in parcels:
            carry(parcel, van)
    return len(van)
