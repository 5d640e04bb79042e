def first_late_parcel(days, promised):
    """Find the place of the first parcel that took longer than promised."""
    found = None
    for place in range(len(days)):
        if days[place] > promised:
            found = place
            break

    return found
