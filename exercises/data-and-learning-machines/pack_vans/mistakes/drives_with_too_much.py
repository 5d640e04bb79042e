"""A parcel above the limit gets a van of its own and drives overloaded. Nothing can carry it: say so with a
`ValueError`."""


def first_with_room(vans, weight, limit):
    for van in vans:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    vans = []
    for weight in sorted(weights, reverse=True):
        van = first_with_room(vans, weight, limit)
        if van is None:
            vans.append([weight])
        else:
            van.append(weight)
    return vans
