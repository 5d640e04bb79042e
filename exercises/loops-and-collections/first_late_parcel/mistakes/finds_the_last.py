"""You get the last late parcel instead of the first. Your loop goes on after it has found one, and the next one
takes its place. Leave the loop as soon as you have it."""


def first_late_parcel(days, promised):
    found = None
    for place in range(len(days)):
        if days[place] > promised:
            found = place

    return found
