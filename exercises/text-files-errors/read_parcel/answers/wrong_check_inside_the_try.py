class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    """Return the parcel, its weight as a number. Raises ParcelError."""
    parcel_id = row["id"]
    try:
        weight = int(row["weight"])
    except KeyError as error:
        raise ParcelError(f"{parcel_id}: the weight is missing") from error
    except ValueError as error:
        words = f"{parcel_id}: the weight {row['weight']!r} is not a whole number"
        raise ParcelError(words) from error
    try:
        1 / (weight > 0)
    except ZeroDivisionError as error:
        raise ParcelError(f"{parcel_id}: the weight must be above 0, not {weight}") from error
    return {"id": parcel_id, "weight": weight}
