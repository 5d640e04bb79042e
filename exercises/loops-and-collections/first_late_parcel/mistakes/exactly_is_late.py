"""A parcel that took exactly as long as promised counts as late in your program. It kept its promise."""


def first_late_parcel(days, promised):
    found = None
    for index in range(len(days)):
        if days[index] >= promised:
            found = index
            break

    return found
