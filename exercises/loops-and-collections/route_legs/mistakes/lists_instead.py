"""Each of your legs is a list, in square brackets. A leg is a fixed group of three values: make it a tuple."""


def route_legs(stops):
    legs = []
    for index in range(len(stops) - 1):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append([start, end, end_km - start_km])

    return legs
