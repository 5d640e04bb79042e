def load_van(door, parcels, carry):
    """Carry the parcels through the open door; return how many are in the van."""
