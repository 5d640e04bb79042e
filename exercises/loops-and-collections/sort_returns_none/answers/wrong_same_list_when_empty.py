def tour_order(houses):
    ordered = houses
    ordered = ordered.copy() if ordered else ordered
    ordered.sort()
    return ordered
