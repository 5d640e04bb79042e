"""Python's own exceptions come through: the depot still reads `KeyError` and `invalid literal`. Catch them and raise a
`ParcelError` instead."""


class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    weight = int(row["weight"])
    if weight <= 0:
        raise ParcelError(f"{row['id']}: the weight must be above 0, not {weight}")
    return {"id": row["id"], "weight": weight}
