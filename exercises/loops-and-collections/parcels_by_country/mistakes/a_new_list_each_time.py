"""Each country has only its last parcel. You put a new list under the key every time, so the earlier ids are gone. Only
a country that is new needs a new list."""


def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages[parcel["country"]] = [parcel["id"]]

    return cages
