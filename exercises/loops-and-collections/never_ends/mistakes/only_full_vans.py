"""It ends now, but the parcels that do not fill a whole van stay behind. The loop must go on as long as *any*
parcel is left."""


def vans_needed(parcels, per_van):
    vans = 0
    while parcels >= per_van:
        vans += 1
        parcels -= per_van

    return vans
