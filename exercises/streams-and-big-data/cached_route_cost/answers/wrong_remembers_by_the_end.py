def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        total = 0
        for start, end in zip(stops, stops[1:]):
            if end not in known:
                known[end] = ask(start, end)
            total += known[end]
        return total

    return route_cost
