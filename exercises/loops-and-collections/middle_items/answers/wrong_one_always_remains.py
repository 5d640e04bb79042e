def middle_items(times, edge):
    middle = times.copy()
    while edge > 0 and len(middle) > 1:
        middle = middle[1:-1]
        edge -= 1

    return middle
