"""Your index is one too high. Indexes start at 0, so the very first parcel is at index 0."""


def first_late_parcel(days, promised):
    found = None
    index = 0
    for day in days:
        index += 1
        if day > promised:
            found = index
            break

    return found
