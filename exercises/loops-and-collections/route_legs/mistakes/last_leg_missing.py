"""The last leg is missing. There is one leg fewer than there are stops, and `range` already stops before its
end."""


def route_legs(stops):
    legs = []
    for index in range(len(stops) - 2):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append((start, end, end_km - start_km))

    return legs
