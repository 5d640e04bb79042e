def first_late_parcel(days, promised):
    found = None
    for index in range(len(days)):
        if days[index] > promised and not found:
            found = index
    return found
