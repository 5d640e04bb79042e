def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        total = 0
        for start, end in zip(stops, stops[1:]):
            key = start + end
            if key not in known:
                known[key] = ask(start, end)
            total += known[key]
        return total

    return route_cost
