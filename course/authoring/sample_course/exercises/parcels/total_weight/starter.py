def total_weight(parcels):
    """Return the weight of all parcels together, in grams."""
