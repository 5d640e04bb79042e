def weight(items, box):
    """Return the weight of a parcel."""
