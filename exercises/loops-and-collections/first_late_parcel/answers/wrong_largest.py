def first_late_parcel(days, promised):
    late = [day for day in days if day > promised]
    if not late:
        return None
    return days.index(max(late))
