from functools import lru_cache


def cached_route_cost(ask):
    @lru_cache(maxsize=None)
    def leg(start, end):
        return ask(start, end)

    def cost(stops):
        if len(stops) < 2:
            return 0
        return leg(stops[0], stops[1]) + cost(stops[1:])

    return cost
