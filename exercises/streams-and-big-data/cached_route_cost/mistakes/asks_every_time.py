"""The costs are right, but every route asks for all its legs again. Keep the price of a
leg once you know it."""

from itertools import pairwise


def cached_route_cost(ask):
    def route_cost(stops):
        return sum(ask(start, end) for start, end in pairwise(stops))

    return route_cost
