def route_legs(stops):
    return [(a, b, y - x) for (a, x), (b, y) in zip(stops, stops[1:])]
