def parcels_by_country(parcels):
    cages = {}
    for parcel in parcels:
        cages.setdefault(parcel["country"], set()).add(parcel["id"])
    return cages
