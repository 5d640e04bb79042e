"""At each place you take the cheapest road that leaves it and never come back to the others. One cheap road can
lead to an expensive way, or to a dead end. Keep the other ways waiting."""


def cheapest_route(roads, start, goal):
    route, total = [start], 0
    while route[-1] != goal:
        left = {place: cost for place, cost in roads.get(route[-1], {}).items() if place not in route}
        if not left:
            return None
        nearest = min(left, key=left.get)
        total += left[nearest]
        route.append(nearest)
    return total, route
