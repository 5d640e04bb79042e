def first_late_parcel(days, promised):
    for index, day in enumerate(days):
        if day > promised:
            return index
    return None
