from contextlib import suppress


def load_van(door, parcels, carry):
    count = 0
    if parcels:
        with door as inside:
            for parcel in parcels:
                with suppress(ValueError):
                    carry(parcel, inside)
            count = len(inside)
    return count
