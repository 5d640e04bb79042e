"""Each leg has what the counter shows at its end, which is the way from the depot. The length of a leg is the
difference between its two stops."""


def route_legs(stops):
    legs = []
    for index in range(len(stops) - 1):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append((start, end, end_km))

    return legs
