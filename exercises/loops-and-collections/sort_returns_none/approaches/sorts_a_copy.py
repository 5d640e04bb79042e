"""Copies the list and then sorts the copy. It does the same in two lines. Some prefer it when the copy is changed in
other ways, too."""


def tour_order(houses):
    """Make a list of the house numbers, the smallest first."""
    ordered = houses.copy()
    ordered.sort()

    return ordered
