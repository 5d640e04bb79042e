def vans_needed(parcels, per_van):
    return round(parcels / per_van + 0.5)
