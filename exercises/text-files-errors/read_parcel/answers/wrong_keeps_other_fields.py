class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    number = row["id"]
    try:
        weight = int(row["weight"])
    except KeyError as error:
        raise ParcelError(f"{number}: the weight is missing") from error
    except ValueError as error:
        raise ParcelError(f"{number}: the weight {row['weight']!r} is not a whole number") from error
    if weight <= 0:
        raise ParcelError(f"{number}: the weight must be above 0, not {weight}")
    return {**row, "weight": weight}
