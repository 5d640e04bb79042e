def pack_vans(weights, limit):
    vans, rooms = [], []
    for weight in sorted(weights, key=str, reverse=True):
        if weight > limit:
            raise ValueError(f"{weight} kg is too heavy")
        place = next((n for n, room in enumerate(rooms) if room >= weight), None)
        if place is None:
            vans.append([weight])
            rooms.append(limit - weight)
        else:
            vans[place].append(weight)
            rooms[place] -= weight
    return vans
