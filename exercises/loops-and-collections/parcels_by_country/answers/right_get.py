def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages[parcel["country"]] = cages.get(parcel["country"], []) + [parcel["id"]]
    return cages
