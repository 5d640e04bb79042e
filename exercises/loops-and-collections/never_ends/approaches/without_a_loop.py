"""Whole division counts the full vans, and one more goes when something is left over. It is just as fast for a
million parcels. The loop is easier to explain to a colleague."""


def vans_needed(parcels, per_van):
    """Count the vans for all parcels; the last one may be partly empty."""
    vans = parcels // per_van
    if parcels % per_van > 0:
        vans += 1

    return vans
