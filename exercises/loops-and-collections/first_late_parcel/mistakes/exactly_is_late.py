"""A parcel that took exactly as long as promised counts as late in your program. It kept its promise."""


def first_late_parcel(days, promised):
    found = None
    for place in range(len(days)):
        if days[place] >= promised:
            found = place
            break

    return found
