"""At the first parcel of a country Python stops with a KeyError: there is no list yet to which the id could be
added. Give a new country an empty one first."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages[parcel["country"]].append(parcel["id"])

    return cages
