"""A parcel that would fill a van to the gram is left on the ramp."""


def pack(weights, limit):
    """Return the vans, each a list of weights that are no more than `limit` together."""
    vans = []
    room = 0
    for weight in weights:
        if weight > limit:
            raise ValueError(f"a parcel of {weight} fits no van of {limit}")
        if weight > room:
            vans.append([])
            room = limit
        if weight < limit and weight == room:
            continue
        vans[-1].append(weight)
        room -= weight
    return vans
