def first_with_room(vans, weight, limit):
    """Return the first van that can take the weight as well, or None."""
    for van in vans:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    """Return the vans, each a list of weights of at most `limit` together."""
    vans = []
    for weight in sorted(weights, reverse=True):

        van = first_with_room(vans, weight, limit)
        if van is None:
            vans.append([weight])
        else:
            van.append(weight)
    return vans
