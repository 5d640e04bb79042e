"""It ends now, but the parcels that do not fill a whole van stay behind. As long as *any* parcel is left,
another van is needed."""


def vans_needed(parcels, per_van):
    vans = 0
    while parcels >= per_van:
        vans += 1
        parcels -= per_van

    return vans
