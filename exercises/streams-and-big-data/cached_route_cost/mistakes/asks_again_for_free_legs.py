"""A leg that costs 0 is asked for every time: 0 counts as false, so your test treats it
as unknown. Ask whether the leg is in your memory, not whether its price is true."""


def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        total = 0
        for leg in zip(stops, stops[1:]):
            if not known.get(leg):
                known[leg] = ask(*leg)
            total += known[leg]
        return total

    return route_cost
