"""You return `None` for a parcel that can't be read. The caller learns neither which parcel it was nor why. Raise a
`ParcelError` that says so."""


class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    try:
        weight = int(row["weight"])
    except (KeyError, ValueError):
        return None
    if weight <= 0:
        return None
    return {"id": row["id"], "weight": weight}
