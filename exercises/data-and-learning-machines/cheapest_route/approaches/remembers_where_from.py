"""Remember for each place the one it was reached from, and read the route backwards at the end. It needs
a few lines more and much less memory: the heap holds no copies of whole routes. For a large map it wins."""

import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    waiting = [(0, start, None)]
    came_from = {}
    while waiting:
        cost, place, before = heapq.heappop(waiting)
        if place in came_from:
            continue
        came_from[place] = before
        if place == goal:
            route = []
            while place is not None:
                route.append(place)
                place = came_from[place]
            return cost, route[::-1]
        for other, price in roads.get(place, {}).items():
            heapq.heappush(waiting, (cost + price, other, place))
    return None
