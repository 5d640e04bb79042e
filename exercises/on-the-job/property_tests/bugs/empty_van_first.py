"""When the first parcel is as heavy as the limit, an empty van leaves ahead of it."""


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
        vans[-1].append(weight)
        room -= weight
    if weights and weights[0] == limit:
        vans.insert(0, [])
    return vans
