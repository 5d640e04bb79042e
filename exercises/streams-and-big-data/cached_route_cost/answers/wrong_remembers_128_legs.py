from functools import cache
from itertools import pairwise


def cached_route_cost(ask):
    """Return a function that adds up the legs of a route and asks for each leg only once."""
    from functools import lru_cache
    leg_cost = lru_cache(ask)

    def route_cost(stops):
        return sum(leg_cost(start, end) for start, end in pairwise(stops))

    return route_cost
