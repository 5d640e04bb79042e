def total_weight(parcels):
    """Return the weight of all parcels together, in grams."""
    total = 0
    for parcel in parcels:
        total = total + parcel["weight"]
    return total
