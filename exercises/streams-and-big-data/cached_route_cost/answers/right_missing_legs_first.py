class RouteCost:
    def __init__(self, ask):
        self.ask = ask
        self.prices = {}

    def __call__(self, stops):
        legs = list(zip(stops, stops[1:]))
        for start, end in sorted(set(legs) - set(self.prices), reverse=True):
            self.prices[start, end] = self.ask(start, end)
        return sum([self.prices[leg] for leg in legs])


def cached_route_cost(ask):
    return RouteCost(ask)
