"""The old list comes back as it was. `sorted` makes a new list in order; give it a name and return that."""


def tour_order(houses):
    sorted(houses)
    ordered = houses

    return ordered
