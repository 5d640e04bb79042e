"""The machine counts, but "new day" still does nothing: the names set in `new_day` are local and gone as soon as
it returns."""

parcels = 0
heavy = 0


def new_day():
    parcels = 0
    heavy = 0


def count_parcel(grams):
    global parcels, heavy
    parcels += 1
    if grams > 20_000:
        heavy += 1


def report():
    return f"{parcels} parcels, {heavy} heavy"
