"""Your loop looks at the first parcel only. It ends in any case, late or not, because the line that ends it stands
outside the `if`."""


def first_late_parcel(days, promised):
    found = None
    for place in range(len(days)):
        if days[place] > promised:
            found = place
        break

    return found
