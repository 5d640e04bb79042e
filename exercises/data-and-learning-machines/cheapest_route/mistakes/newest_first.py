"""You go on with the way that was put on the waiting list last, whatever it costs. The first way that comes to
the goal is then any way. Of all that wait, take the one that has cost least so far."""


def cheapest_route(roads, start, goal):
    waiting = [(0, [start])]
    finished = set()
    while waiting:
        cost, route = waiting.pop()
        place = route[-1]
        if place == goal:
            return cost, route
        if place in finished:
            continue
        finished.add(place)
        for other, price in roads.get(place, {}).items():
            waiting.append((cost + price, route + [other]))
    return None
