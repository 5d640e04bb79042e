"""You hand back how many days it took, but the place in the list was asked for."""


def first_late_parcel(days, promised):
    found = None
    for day in days:
        if day > promised:
            found = day
            break

    return found
