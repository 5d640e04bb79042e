"""The first parcel of each country is missing. A new country gets an empty list, but its parcel has to go in as
well."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        if country not in cages:
            cages[country] = []
        else:
            cages[country].append(parcel["id"])

    return cages
