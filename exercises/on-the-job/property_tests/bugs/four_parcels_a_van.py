"""A van leaves with four parcels, though there is room for more."""


def pack(weights, limit):
    """Return the vans, each a list of weights that are no more than `limit` together."""
    vans = []
    room = 0
    for weight in weights:
        if weight > limit:
            raise ValueError(f"a parcel of {weight} fits no van of {limit}")
        if weight > room or len(vans[-1]) == 4:
            vans.append([])
            room = limit
        vans[-1].append(weight)
        room -= weight
    return vans
