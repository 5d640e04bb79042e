"""A parcel that is too heavy is noticed only if it comes first."""


def pack(weights, limit):
    """Return the vans, each a list of weights that are no more than `limit` together."""
    vans = []
    room = 0
    for place, weight in enumerate(weights):
        if weight > limit and place == 0:
            raise ValueError(f"a parcel of {weight} fits no van of {limit}")
        if weight > room:
            vans.append([])
            room = limit
        vans[-1].append(weight)
        room -= weight
    return vans
