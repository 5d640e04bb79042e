def first_with_room(vans, weight, limit):
    """Return the first van that can take the weight as well, or None."""
    for van in vans:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    """Return the vans, each a list of weights of at most `limit` together."""
    if weights and max(weights) > limit:
        raise ValueError(f"no van carries {max(weights)} kg, at most {limit} kg")
    vans = []
    left = list(weights)
    while left:
        weight = max(left)
        left.remove(weight)
        van = next((one for one in vans if sum([*one, weight]) <= limit), None)
        if van is None:
            van = []
            vans.append(van)
        van.append(weight)
    return vans
