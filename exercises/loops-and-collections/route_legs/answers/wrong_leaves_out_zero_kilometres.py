def route_legs(stops):
    return [(a, b, k2 - k1) for (a, k1), (b, k2) in zip(stops, stops[1:]) if k2 > k1]
