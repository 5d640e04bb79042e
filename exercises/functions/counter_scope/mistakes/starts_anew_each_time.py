"""You silenced the error by setting the names to 0 inside `count_parcel`. That makes local names which
start again with each parcel, and the report never sees them."""

parcels = 0
heavy = 0


def new_day():
    global parcels, heavy
    parcels = 0
    heavy = 0


def count_parcel(grams):
    parcels = 0
    heavy = 0
    parcels += 1
    if grams > 20_000:
        heavy += 1


def report():
    return f"{parcels} parcels, {heavy} heavy"
