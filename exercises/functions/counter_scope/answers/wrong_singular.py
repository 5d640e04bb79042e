parcels = 0
heavy = 0


def new_day():
    global parcels, heavy
    parcels = 0
    heavy = 0


def count_parcel(grams):
    global parcels, heavy
    parcels += 1
    if grams > 20_000:
        heavy += 1


def report():
    word = "parcel" if parcels == 1 else "parcels"
    return f"{parcels} {word}, {heavy} heavy"
