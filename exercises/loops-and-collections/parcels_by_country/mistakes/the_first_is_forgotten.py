"""The first parcel of each country is missing. A new country gets an empty list, and then the `else` skips the line
that adds the id. That line is needed in both cases."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        if country not in cages:
            cages[country] = []
        else:
            cages[country].append(parcel["id"])

    return cages
