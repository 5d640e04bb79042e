"""Python's own exceptions come through: the depot still reads `KeyError` and `invalid literal`.
Take them with `except` and raise a `ParcelError` in their place."""


class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    weight = int(row["weight"])
    if weight <= 0:
        raise ParcelError(f"{row['id']}: the weight must be above 0, not {weight}")
    return {"id": row["id"], "weight": weight}
