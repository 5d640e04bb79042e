def tour_order(houses):
    ordered = houses[:]
    ordered.sort()
    return ordered
