"""There is always one van too many when everything fits evenly, and even no parcels get a van. With `>= 0` the loop
runs once more when nothing is left."""


def vans_needed(parcels, per_van):
    vans = 0
    while parcels >= 0:
        vans += 1
        parcels -= per_van

    return vans
