"""Each country has only its last parcel. A new list takes the place of the old one every time. Only a country
that is new needs a new list."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages[parcel["country"]] = [parcel["id"]]

    return cages
