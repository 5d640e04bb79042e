"""Your total is the weight of the last parcel: `total` is set anew each time. Add to what it was."""


def total_weight(parcels):
    total = 0
    for parcel in parcels:
        total = parcel["weight"]
    return total
