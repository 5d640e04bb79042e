def route_legs(stops):
    km = dict(stops)
    towns = list(km)
    legs = [(a, b, km[b] - km[a]) for a, b in zip(towns, towns[1:])]
    return legs
