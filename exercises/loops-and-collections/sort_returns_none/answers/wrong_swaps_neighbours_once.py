def tour_order(houses):
    ordered = list(houses)
    for index in range(len(ordered) - 1):
        if ordered[index] > ordered[index + 1]:
            ordered[index], ordered[index + 1] = ordered[index + 1], ordered[index]
    return ordered
