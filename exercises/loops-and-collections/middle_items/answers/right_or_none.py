def middle_items(times, edge):
    return times[edge : -edge or None]
