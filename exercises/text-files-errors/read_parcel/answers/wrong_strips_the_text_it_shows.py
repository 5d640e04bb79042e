class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    name = row["id"]
    try:
        text = row["weight"]
    except KeyError as error:
        raise ParcelError(f"{name}: the weight is missing") from error
    try:
        weight = int(text)
    except ValueError as error:
        raise ParcelError(f"{name}: the weight {text.strip()!r} is not a whole number") from error
    if weight <= 0:
        raise ParcelError(f"{name}: the weight must be above 0, not {weight}")
    return {"id": name, "weight": weight}
