import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    both = {}
    for place, exits in roads.items():
        for other, price in exits.items():
            both.setdefault(place, {})[other] = price
            both.setdefault(other, {}).setdefault(place, price)
    waiting, finished = [(0, [start])], set()
    while waiting:
        cost, route = heapq.heappop(waiting)
        if route[-1] == goal:
            return cost, route
        if route[-1] in finished:
            continue
        finished.add(route[-1])
        for other, price in both.get(route[-1], {}).items():
            heapq.heappush(waiting, (cost + price, [*route, other]))
    return None
