"""There is one van too many when everything fits evenly, and even no parcels at all get a van. When nothing is
left, no further van is needed."""


def vans_needed(parcels, per_van):
    vans = 0
    while parcels >= 0:
        vans += 1
        parcels -= per_van

    return vans
