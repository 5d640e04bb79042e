def middle_items(times, edge):
    if not times:
        return times
    return times[edge:max(edge, len(times) - edge)]
