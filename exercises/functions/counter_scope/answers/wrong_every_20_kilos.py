parcels = 0
heavy = 0


def new_day():
    global parcels, heavy
    parcels = heavy = 0


def count_parcel(grams):
    global parcels, heavy
    parcels += 1
    heavy += grams // 20_001


def report():
    return f"{parcels} parcels, {heavy} heavy"
