"""Your loop goes one place too far. At the last stop there is no next one, so Python stops with an IndexError. There is
one leg fewer than there are stops."""


def route_legs(stops):
    legs = []
    for place in range(len(stops)):
        start, start_km = stops[place]
        end, end_km = stops[place + 1]
        legs.append((start, end, end_km - start_km))

    return legs
