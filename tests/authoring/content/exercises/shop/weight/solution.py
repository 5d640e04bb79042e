def weight(items, box):
    """Return the weight of a parcel."""
    return items * 3 + box
