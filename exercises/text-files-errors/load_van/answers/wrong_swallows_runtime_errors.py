from contextlib import suppress


def load_van(door, parcels, carry):
    """Carry the parcels through the open door; return how many are in the van."""
    if not parcels:
        return 0
    with door as van:
        for parcel in parcels:
            with suppress(ValueError, RuntimeError):
                carry(parcel, van)
    return len(van)
