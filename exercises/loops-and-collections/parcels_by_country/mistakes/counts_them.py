"""You count the parcels of each country. The question is which ones they are, so each key needs a list of ids."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        cages[country] = cages.get(country, 0) + 1

    return cages
