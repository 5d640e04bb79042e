"""The way back gets the price of the way there. The order of the two towns belongs to
the leg; keep it in what you remember."""


def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        total = 0
        for leg in zip(stops, stops[1:]):
            key = tuple(sorted(leg))
            if key not in known:
                known[key] = ask(*leg)
            total += known[key]
        return total

    return route_cost
