"""You find the way with the fewest roads. The tolls count here: of all ways that wait, go on with the one that
has cost least so far."""


def cheapest_route(roads, start, goal):
    waiting = [(0, [start])]
    finished = set()
    while waiting:
        cost, route = waiting.pop(0)
        place = route[-1]
        if place == goal:
            return cost, route
        if place in finished:
            continue
        finished.add(place)
        for other, price in roads.get(place, {}).items():
            waiting.append((cost + price, route + [other]))
    return None
