def vans_needed(parcels, per_van):
    vans = parcels / per_van
    if parcels % per_van:
        vans = parcels // per_van + 1
    return vans
