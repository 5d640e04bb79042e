"""You only look at the van that joined last. A small parcel may still fit into an earlier one: ask them all, from the
first on."""


def first_with_room(vans, weight, limit):
    for van in vans[-1:]:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    vans = []
    for weight in sorted(weights, reverse=True):
        if weight > limit:
            raise ValueError(f"a parcel of {weight} fits into no van")
        van = first_with_room(vans, weight, limit)
        if van is None:
            vans.append([weight])
        else:
            van.append(weight)
    return vans
