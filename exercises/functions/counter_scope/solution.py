parcels = 0
heavy = 0


def new_day():
    """Start both counts at 0."""
    global parcels, heavy
    parcels = 0
    heavy = 0


def count_parcel(grams):
    """Count a parcel, as a heavy one too if it weighs more than 20,000 grams."""
    global parcels, heavy
    parcels += 1
    if grams > 20_000:
        heavy += 1


def report():
    """Return a line such as `2 parcels, 1 heavy`."""
    return f"{parcels} parcels, {heavy} heavy"
