def flatten(box):
    """Return a flat list of everything in a box and the boxes inside it."""
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(flatten(item))
        else:
            things.append(item)
    return things
