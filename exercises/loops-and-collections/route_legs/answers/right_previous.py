def route_legs(stops):
    legs = []
    before = None
    for stop in stops:
        if before is not None:
            legs.append((before[0], stop[0], stop[1] - before[1]))
        before = stop
    return legs
