"""In a van with four parcels or more, the last two change places."""


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
    for van in vans:
        if len(van) > 3:
            van[-2:] = [van[-1], van[-2]]
    return vans
