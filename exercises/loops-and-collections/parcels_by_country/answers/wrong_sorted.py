def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages.setdefault(parcel["country"], []).append(parcel["id"])
        cages[parcel["country"]].sort()
    return cages
