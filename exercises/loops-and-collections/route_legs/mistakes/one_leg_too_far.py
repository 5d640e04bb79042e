"""At the last stop there is no next one, so Python stops with an IndexError. There is one leg fewer than there
are stops."""


def route_legs(stops):
    legs = []
    for index in range(len(stops)):
        start, start_km = stops[index]
        end, end_km = stops[index + 1]
        legs.append((start, end, end_km - start_km))

    return legs
