class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    name = row["id"]
    try:
        typed = row["weight"]
    except KeyError as error:
        raise ParcelError(f"{name}: the weight is missing") from error
    try:
        grams = int(typed)
    except ValueError as error:
        raise ParcelError(f"{name}: the weight {typed!r} is not a whole number") from error
    if not grams > 0:
        raise ParcelError(f"{name}: the weight must be above 0, not {grams}")
    return {"id": name, "weight": grams}
