"""You are done as soon as some road leads to the goal. A cheaper way to it may still be waiting: the cost is final
only when the goal is the cheapest entry of the heap."""

import heapq


def cheapest_route(roads, start, goal):
    if start == goal:
        return 0, [start]
    waiting = [(0, [start])]
    finished = set()
    while waiting:
        cost, route = heapq.heappop(waiting)
        if route[-1] in finished:
            continue
        finished.add(route[-1])
        for other, price in roads.get(route[-1], {}).items():
            if other == goal:
                return cost + price, route + [other]
            heapq.heappush(waiting, (cost + price, route + [other]))
    return None
