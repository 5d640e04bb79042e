"""Your lists hold the whole parcels, with everything in them. Only the ids are wanted."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        if country not in cages:
            cages[country] = []
        cages[country].append(parcel)

    return cages
