"""A house with two parcels is in your tour only once, so one parcel stays in the van. A set drops what is
repeated."""


def tour_order(houses):
    ordered = sorted(set(houses))

    return ordered
