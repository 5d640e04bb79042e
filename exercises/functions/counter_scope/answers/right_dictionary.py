counts = {"all": 0, "heavy": 0}


def new_day():
    counts["all"] = counts["heavy"] = 0


def count_parcel(grams):
    counts["all"] += 1
    counts["heavy"] += grams > 20_000


def report():
    return f"{counts['all']} parcels, {counts['heavy']} heavy"
