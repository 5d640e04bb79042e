"""Every second leg is missing. The city where one leg ends is where the next begins."""


def route_legs(stops):
    legs = []
    for index in range(0, len(stops) - 1, 2):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append((start, end, end_km - start_km))

    return legs
