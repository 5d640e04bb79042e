def first_with_room(vans, weight, limit):
    """Return the first van that can take the weight as well, or None."""
    for van in vans:
        if sum(van) + weight <= limit:
            return van
    return None


def pack_vans(weights, limit):
    """Return the vans, each a list of weights of at most `limit` together."""
    too_heavy = [weight for weight in weights if weight > limit]
    if too_heavy:
        raise ValueError(f"too heavy: {too_heavy[0]}")
    vans, room = [], []
    for weight in sorted(weights)[::-1]:
        for place, left in enumerate(room):
            if weight <= left:
                break
        else:
            place = len(vans)
            vans.append([])
            room.append(limit)
        vans[place].append(weight)
        room[place] -= weight
    return vans
