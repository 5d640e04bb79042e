"""A counter of parcels."""
