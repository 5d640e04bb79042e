"""A leg that costs 0 is asked for every time: 0 counts as false, so your test takes it
for "not known". Ask whether the leg is there, not whether its price is true."""


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
