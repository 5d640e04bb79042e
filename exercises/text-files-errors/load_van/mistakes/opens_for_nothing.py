"""When there is nothing to carry, you open the door all the same. Check first whether there are any parcels."""

from contextlib import suppress


def load_van(door, parcels, carry):
    with door as van:
        for parcel in parcels:
            with suppress(ValueError):
                carry(parcel, van)
    return len(van)
