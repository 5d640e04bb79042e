def middle_items(times, edge):
    out = times[:edge] + times[len(times) - edge:]
    middle = [t for t in times if t not in out]
    return middle
