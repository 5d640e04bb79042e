def vans_needed(parcels, per_van):
    return -(-parcels // per_van)
