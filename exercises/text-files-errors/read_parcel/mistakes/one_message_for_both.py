"""A missing weight and an unreadable one get the same message. The depot has to look for different things, so each needs
its own message."""


class ParcelError(ValueError):
    """A parcel that cannot be read."""


def read_parcel(row):
    try:
        weight = int(row["weight"])
    except (KeyError, ValueError) as error:
        raise ParcelError(f"{row['id']}: the weight is missing") from error
    if weight <= 0:
        raise ParcelError(f"{row['id']}: the weight must be above 0, not {weight}")
    return {"id": row["id"], "weight": weight}
