"""Your tour begins with the largest house number. Without `reverse` the smallest comes first."""


def tour_order(houses):
    ordered = sorted(houses, reverse=True)

    return ordered
