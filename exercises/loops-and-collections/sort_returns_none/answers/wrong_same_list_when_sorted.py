def tour_order(houses):
    if houses == sorted(houses):
        return houses
    return sorted(houses)
