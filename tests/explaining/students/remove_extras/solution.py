def remove_extras(lst):
    kept = []
    for item in lst:
        if item not in kept:
            kept.append(item)
    return kept
