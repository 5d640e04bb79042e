def tour_order(houses):
    """Make a list of the house numbers, the smallest first."""
    ordered = houses.sort()

    return ordered
