from functools import cache
from itertools import pairwise


def cached_route_cost(ask):
    """Return a function that adds up the legs of a route and asks for each leg only once."""
