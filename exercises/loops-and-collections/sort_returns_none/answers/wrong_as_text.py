def tour_order(houses):
    return sorted(houses, key=str)
