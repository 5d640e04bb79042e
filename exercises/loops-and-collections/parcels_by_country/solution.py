def parcels_by_country(parcels):
    """Sort the ids of the parcels into one list for each country."""
    cages = {}
    for parcel in parcels:
        country = parcel["country"]
        if country not in cages:
            cages[country] = []
        cages[country].append(parcel["id"])

    return cages
