def middle_items(times, edge):
    middle = times
    for _ in range(edge):
        if middle:
            middle.pop(0)
        if middle:
            middle.pop()
    return middle
