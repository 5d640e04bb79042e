def flatten(box):
    flat = []
    for thing in box:
        flat += flatten(thing) if type(thing) is list else [thing]
    return flat
