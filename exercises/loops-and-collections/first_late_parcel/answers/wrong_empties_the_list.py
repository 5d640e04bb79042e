def first_late_parcel(days, promised):
    index = 0
    while days:
        if days.pop(0) > promised:
            return index
        index += 1
    return None
