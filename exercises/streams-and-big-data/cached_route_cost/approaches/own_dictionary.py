"""A dictionary as the memory, with the leg as a tuple for its key. More lines, but you
can look into it, save it or throw away one price, which `cache` does not let you do."""


def cached_route_cost(ask):
    """Return a function that adds up the legs of a route and asks for each leg only once."""
    known = {}

    def route_cost(stops):
        total = 0
        for leg in zip(stops, stops[1:]):
            if leg not in known:
                known[leg] = ask(*leg)
            total += known[leg]
        return total

    return route_cost
