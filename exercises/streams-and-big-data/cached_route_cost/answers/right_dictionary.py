def cached_route_cost(ask):
    """Return a function that adds up the legs of a route and asks for each leg only once."""
    known = {}

    def route_cost(stops):
        total = 0
        for i in range(len(stops) - 1):
            leg = (stops[i], stops[i + 1])
            if leg not in known:
                known[leg] = ask(*leg)
            total += known[leg]
        return total

    return route_cost
