def route_legs(stops):
    legs = []
    for stop in stops[:-1]:
        nxt = stops[stops.index(stop) + 1]
        legs.append((stop[0], nxt[0], nxt[1] - stop[1]))
    return legs
