"""Only the first parcel is looked at. The search may end only when a late one was found, or when there are no
more."""


def first_late_parcel(days, promised):
    found = None
    for index in range(len(days)):
        if days[index] > promised:
            found = index
        break

    return found
