class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    parcel_id = row["id"]
    try:
        if row["weight"].strip() == "":
            raise KeyError("weight")
        weight = int(row["weight"])
    except KeyError as error:
        raise ParcelError(f"{parcel_id}: the weight is missing") from error
    except ValueError as error:
        words = f"{parcel_id}: the weight {row['weight']!r} is not a whole number"
        raise ParcelError(words) from error
    if weight <= 0:
        raise ParcelError(f"{parcel_id}: the weight must be above 0, not {weight}")
    return {"id": parcel_id, "weight": weight}
