weights = []


def new_day():
    weights.clear()


def count_parcel(grams):
    weights.append(grams)


def report():
    heavy = [grams for grams in weights if grams > 20_000]
    return f"{len(weights)} parcels, {len(heavy)} heavy"
