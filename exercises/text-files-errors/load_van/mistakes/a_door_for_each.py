"""You open the door anew for each parcel. It should be opened once, for all of them: the loop belongs
inside the block of the door, not around it."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    for parcel in parcels:
        with door as van:
            with suppress(ValueError):
                carry(parcel, van)
    return len(van)
