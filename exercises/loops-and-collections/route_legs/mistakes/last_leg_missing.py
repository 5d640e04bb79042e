"""The last leg is missing. `range` already stops before its end, so subtracting 2 is one too many."""


def route_legs(stops):
    legs = []
    for place in range(len(stops) - 2):
        start, start_km = stops[place]
        end, end_km = stops[place + 1]
        legs.append((start, end, end_km - start_km))

    return legs
