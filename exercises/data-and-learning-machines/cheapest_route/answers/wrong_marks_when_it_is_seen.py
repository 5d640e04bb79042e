import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    waiting = [(0, [start])]
    finished = set()
    while waiting:
        cost, route = heapq.heappop(waiting)
        place = route[-1]
        if place == goal:
            return cost, route
        for other, price in roads.get(place, {}).items():
            if other not in finished:
                finished.add(other)
                heapq.heappush(waiting, (cost + price, [*route, other]))
    return None
