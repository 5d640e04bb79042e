"""The arrivals are safe now, but the tour is still `None`. `sort` returns `None` for a copy, too."""


def tour_order(houses):
    ordered = houses.copy().sort()

    return ordered
