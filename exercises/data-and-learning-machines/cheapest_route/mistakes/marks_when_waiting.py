"""You cross a place off as soon as it is put on the waiting list, with whatever cost was found first. A cheaper way to it
then comes too late. A place is finished when it comes *out* of the heap."""

import heapq


def cheapest_route(roads, start, goal):
    waiting = [(0, [start])]
    known = {start}
    while waiting:
        cost, route = heapq.heappop(waiting)
        if route[-1] == goal:
            return cost, route
        for other, price in roads.get(route[-1], {}).items():
            if other not in known:
                known.add(other)
                heapq.heappush(waiting, (cost + price, route + [other]))
    return None
