def route_legs(stops):
    legs = []
    for index in range(len(stops) - 1):
        legs.append((stops[index][0], stops[index + 1][0], stops[index][1] - stops[index + 1][1]))
    return legs
