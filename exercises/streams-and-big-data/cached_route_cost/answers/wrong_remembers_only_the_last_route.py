def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        legs = list(zip(stops, stops[1:]))
        for leg in list(known):
            if leg not in legs:
                del known[leg]
        for leg in legs:
            if leg not in known:
                known[leg] = ask(*leg)
        return sum(known[leg] for leg in legs)

    return route_cost
