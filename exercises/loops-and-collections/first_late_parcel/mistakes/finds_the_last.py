"""You get the last late parcel instead of the first. Once you have found one, the later ones do not matter."""


def first_late_parcel(days, promised):
    found = None
    for index in range(len(days)):
        if days[index] > promised:
            found = index

    return found
