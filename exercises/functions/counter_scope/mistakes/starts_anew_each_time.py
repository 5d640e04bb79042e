"""The error is gone, but nothing is counted any more: the counts start again with each parcel, and the report
never sees them. The names of the file have to change."""

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
