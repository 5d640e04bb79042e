"""The tour is there again, but the arrivals are still sorted with it. `sort` changes the list that both pages
use. Make a new list in order."""


def tour_order(houses):
    houses.sort()
    ordered = houses

    return ordered
