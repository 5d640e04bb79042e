def tour_order(houses):
    before = houses[:]
    houses.sort()
    ordered = houses[:]
    houses.clear()
    houses.extend(before[::-1][::-1] if len(before) < 4 else sorted(before))
    return ordered
