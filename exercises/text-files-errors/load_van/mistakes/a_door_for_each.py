"""You open the door again for each parcel. Open it once for all of them: the loop belongs inside the block of the door."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    for parcel in parcels:
        with door as van:
            with suppress(ValueError):
                carry(parcel, van)
    return len(van)
