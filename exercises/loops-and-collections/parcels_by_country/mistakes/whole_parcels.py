"""Your lists hold the whole parcels, with all that is in them. Only the ids were asked for."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        if country not in cages:
            cages[country] = []
        cages[country].append(parcel)

    return cages
