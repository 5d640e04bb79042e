"""The arrivals are safe now, but the tour is still `None`. `sort` gives back `None` for a copy as well."""


def tour_order(houses):
    ordered = houses.copy().sort()

    return ordered
