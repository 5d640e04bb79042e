def first_late_parcel(days, promised):
    """Find the index of the first parcel that took longer than promised."""
    found = None
    for index in range(len(days)):
        if days[index] > promised:
            found = index
            break

    return found
