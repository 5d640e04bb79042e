"""All carriers share one memory, so the second one answers with the prices of the first. The
memory must be made inside the call, once for each carrier."""


KNOWN = {}


def cached_route_cost(ask):
    def route_cost(stops):
        total = 0
        for leg in zip(stops, stops[1:]):
            if leg not in KNOWN:
                KNOWN[leg] = ask(*leg)
            total += KNOWN[leg]
        return total

    return route_cost
