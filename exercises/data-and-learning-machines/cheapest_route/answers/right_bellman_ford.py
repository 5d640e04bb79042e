import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    best = {start: (0, [start])}
    changed = True
    while changed:
        changed = False
        for place, exits in roads.items():
            if place not in best:
                continue
            cost, route = best[place]
            for other, price in exits.items():
                if other not in best or cost + price < best[other][0]:
                    best[other] = (cost + price, route + [other])
                    changed = True
    return best.get(goal)
