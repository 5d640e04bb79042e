class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    """Return the parcel with its weight in grams as a number. Raises ParcelError."""
