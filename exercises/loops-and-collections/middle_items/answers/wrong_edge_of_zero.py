def middle_items(times, edge):
    if edge == 0:
        return times
    return times[edge:-edge]
