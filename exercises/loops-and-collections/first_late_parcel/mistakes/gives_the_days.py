"""You return how many days it took, but the index in the list is wanted."""


def first_late_parcel(days, promised):
    found = None
    for day in days:
        if day > promised:
            found = day
            break

    return found
