weights = set()


def new_day():
    weights.clear()


def count_parcel(grams):
    weights.add(grams)


def report():
    return f"{len(weights)} parcels, {len([w for w in weights if w > 20_000])} heavy"
