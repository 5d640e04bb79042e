"""Light parcels are counted, and the first heavy one stops the machine: `heavy` is set in the same function, so
it is local there too."""

parcels = 0
heavy = 0


def new_day():
    global parcels, heavy
    parcels = 0
    heavy = 0


def count_parcel(grams):
    global parcels
    parcels += 1
    if grams > 20_000:
        heavy += 1


def report():
    return f"{parcels} parcels, {heavy} heavy"
