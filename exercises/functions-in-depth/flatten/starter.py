def flatten(box):
    """Return a flat list of everything in a box and the boxes inside it."""
