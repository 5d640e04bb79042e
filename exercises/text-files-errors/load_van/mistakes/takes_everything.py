"""You catch every exception, also those that nobody expected. A parcel that falls apart is lost without a word. Name the one
exception that a heavy parcel raises."""

from contextlib import suppress


def load_van(door, parcels, carry):
    if not parcels:
        return 0
    with door as van:
        for parcel in parcels:
            with suppress(Exception):
                carry(parcel, van)
    return len(van)
