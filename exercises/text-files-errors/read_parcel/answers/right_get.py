class ParcelError(ValueError):
    pass


def read_parcel(row):
    try:
        weight = int(row["weight"])
    except (KeyError, ValueError) as error:
        if isinstance(error, KeyError):
            words = "the weight is missing"
        else:
            words = f"the weight {row['weight']!r} is not a whole number"
        raise ParcelError(f"{row['id']}: {words}") from error
    if weight < 1:
        raise ParcelError(f"{row['id']}: the weight must be above 0, not {weight}")
    return {"id": row["id"], "weight": weight}
