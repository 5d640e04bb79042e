"""You go on by two stops each time, so every second leg is missing. The city where one leg ends is where the next
begins."""


def route_legs(stops):
    legs = []
    for place in range(0, len(stops) - 1, 2):
        start, start_km = stops[place]
        end, end_km = stops[place + 1]
        legs.append((start, end, end_km - start_km))

    return legs
