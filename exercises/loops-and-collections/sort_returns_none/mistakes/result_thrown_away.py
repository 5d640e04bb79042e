"""`sorted` made a new list in order, and nothing keeps it. The old list goes back as it was. Give the new one a name
and return that."""


def tour_order(houses):
    sorted(houses)
    ordered = houses

    return ordered
