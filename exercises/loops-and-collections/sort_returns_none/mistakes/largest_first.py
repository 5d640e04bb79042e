"""Your tour begins with the largest house number. It should begin with the smallest."""


def tour_order(houses):
    ordered = sorted(houses, reverse=True)

    return ordered
