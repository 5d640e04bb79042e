"""A parcel that fits no van is left out, and nobody hears of it."""


def pack(weights, limit):
    """Return the vans, each a list of weights that are no more than `limit` together."""
    vans = []
    room = 0
    for weight in weights:
        if weight > limit:
            continue
        if weight > room:
            vans.append([])
            room = limit
        vans[-1].append(weight)
        room -= weight
    return vans
