def middle_items(times, edge):
    end = len(times) - edge
    middle = times[edge:end] if edge < len(times) else times[edge - len(times):end]
    return middle
