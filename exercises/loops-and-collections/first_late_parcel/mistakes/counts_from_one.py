"""Your place is one too high. Places are counted from 0, so the very first parcel is at place 0."""


def first_late_parcel(days, promised):
    found = None
    place = 0
    for day in days:
        place += 1
        if day > promised:
            found = place
            break

    return found
