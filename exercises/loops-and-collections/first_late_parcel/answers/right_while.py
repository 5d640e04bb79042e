def first_late_parcel(days, promised):
    index = 0
    while index < len(days):
        if days[index] > promised:
            return index
        index += 1
