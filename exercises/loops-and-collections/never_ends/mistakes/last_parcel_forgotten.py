"""When exactly one parcel is left, it stays behind. Which is the first number of parcels that needs no van?"""


def vans_needed(parcels, per_van):
    vans = 0
    while parcels > 1:
        vans += 1
        parcels -= per_van

    return vans
