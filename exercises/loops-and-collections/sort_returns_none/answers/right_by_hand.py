def tour_order(houses):
    rest = list(houses)
    ordered = []
    while rest:
        ordered.append(min(rest))
        rest.remove(min(rest))
    return ordered
