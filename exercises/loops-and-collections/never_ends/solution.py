def vans_needed(parcels, per_van):
    """Count the vans for all parcels; the last one may be partly empty."""
    vans = 0
    while parcels > 0:
        vans += 1
        parcels -= per_van

    return vans
