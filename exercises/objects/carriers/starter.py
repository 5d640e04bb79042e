from abc import ABC, abstractmethod


class Carrier:
    """Somebody who takes parcels; every carrier has a price."""


class Post(Carrier):
    """Takes light parcels."""


class Courier(Carrier):
    """Takes every parcel."""


def cheapest(carriers, grams):
    """Return the carrier with the lowest price, or None."""
