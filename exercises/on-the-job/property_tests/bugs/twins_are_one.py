"""Of three equal weights in a row, the third is taken for the second and left out."""


def pack(weights, limit):
    """Return the vans, each a list of weights that are no more than `limit` together."""
    vans = []
    room = 0
    for place, weight in enumerate(weights):
        if place > 1 and weight == weights[place - 1] == weights[place - 2]:
            continue
        if weight > limit:
            raise ValueError(f"a parcel of {weight} fits no van of {limit}")
        if weight > room:
            vans.append([])
            room = limit
        vans[-1].append(weight)
        room -= weight
    return vans
