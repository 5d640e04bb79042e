"""You put the cache on the whole route. A list cannot be the key of a dictionary, so
the call fails; and two routes that share a leg would still ask twice. Remember the
legs."""

from functools import cache
from itertools import pairwise


def cached_route_cost(ask):
    @cache
    def route_cost(stops):
        return sum(ask(start, end) for start, end in pairwise(stops))

    return route_cost
