"""Your memory begins empty for every route, so the next route asks for the same legs again. Who makes the
memory: `cached_route_cost`, or the function that it returns?"""

from itertools import pairwise


def cached_route_cost(ask):
    def route_cost(stops):
        known = {}
        total = 0
        for leg in pairwise(stops):
            if leg not in known:
                known[leg] = ask(*leg)
            total += known[leg]
        return total

    return route_cost
