from itertools import pairwise


def cached_route_cost(ask):
    known = {}

    def route_cost(stops):
        legs = list(pairwise(stops))
        missing = [leg for leg in legs if leg not in known]
        for leg in missing:
            known[leg] = ask(*leg)
        return sum(known[leg] for leg in legs)

    return route_cost
