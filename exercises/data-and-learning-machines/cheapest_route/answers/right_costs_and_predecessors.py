import heapq


def cheapest_route(roads, start, goal):
    """Return the cost and the places of the cheapest route, or None."""
    cost, came_from, open_places = {start: 0}, {}, {start}
    while open_places:
        place = min(open_places, key=cost.get)
        open_places.remove(place)
        for other, price in roads.get(place, {}).items():
            if other not in cost or cost[place] + price < cost[other]:
                cost[other] = cost[place] + price
                came_from[other] = place
                open_places.add(other)
    if goal not in cost:
        return None
    route = [goal]
    while route[-1] != start:
        route.append(came_from[route[-1]])
    return cost[goal], route[::-1]
