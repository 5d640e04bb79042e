class ParcelError(ValueError):
    pass


def read_parcel(row):
    try:
        grams = int(row["weight"])
    except KeyError as error:
        raise ParcelError(f"{row['id']}: the weight is missing") from error
    except ValueError as error:
        raise ParcelError(f"{row['id']}: the weight '{row['weight']}' is not a whole number") from error
    if grams < 1:
        raise ParcelError(f"{row['id']}: the weight must be above 0, not {grams}")
    return row | {"weight": grams}
