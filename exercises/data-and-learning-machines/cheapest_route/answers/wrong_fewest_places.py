import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
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
            waiting.append((cost + price, [*route, other]))
    return None
