"""Your loop leaves with the first parcel: `return` ends the function. Go through all of them first."""


def total_weight(parcels):
    total = 0
    for parcel in parcels:
        total = total + parcel["weight"]
        return total
