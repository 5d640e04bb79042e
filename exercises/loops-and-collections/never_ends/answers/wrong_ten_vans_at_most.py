def vans_needed(parcels, per_van):
    vans = 0
    while parcels > 0 and vans < 10:
        vans += 1
        parcels -= per_van
    return vans
