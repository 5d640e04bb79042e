def middle_items(times, edge):
    middle = []
    for index in range(edge, len(times) - edge):
        middle.append(times[index])
    return middle
