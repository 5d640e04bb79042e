"""When the very first parcel is late, a later one takes its place. Its index is 0, and 0 counts as false; ask whether
something was found with `is None`."""


def first_late_parcel(days, promised):
    found = None
    for index in range(len(days)):
        if days[index] > promised and not found:
            found = index

    return found
