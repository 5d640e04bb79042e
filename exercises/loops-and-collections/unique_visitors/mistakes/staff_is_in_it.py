"""The staff is counted as well. Take the staff's numbers out before you count."""


def unique_visitors(visits, staff):
    customers = len(set(visits))

    return customers
