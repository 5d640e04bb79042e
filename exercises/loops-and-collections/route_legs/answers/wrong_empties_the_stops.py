def route_legs(stops):
    legs = []
    while len(stops) > 1:
        a, k1 = stops.pop(0)
        b, k2 = stops[0]
        legs.append((a, b, k2 - k1))
    return legs
