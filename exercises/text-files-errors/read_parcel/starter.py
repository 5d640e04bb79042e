class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    """Return the parcel, its weight as a number. Raises ParcelError."""
