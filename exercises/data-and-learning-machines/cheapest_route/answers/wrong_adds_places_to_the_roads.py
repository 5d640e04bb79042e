import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    waiting = [(0, [start])]
    done = set()
    while waiting:
        cost, route = heapq.heappop(waiting)
        place = route[-1]
        if place == goal:
            return cost, route
        if place in done:
            continue
        done.add(place)
        for neighbour, price in roads.setdefault(place, {}).items():
            if neighbour not in done:
                heapq.heappush(waiting, (cost + price, route + [neighbour]))
    return None
