def route_legs(stops):
    legs = {}
    for (a, x), (b, y) in zip(stops, stops[1:]):
        legs[a, b] = y - x
    return [(a, b, km) for (a, b), km in legs.items()]
