"""The staff is counted too. Take the staff's numbers out before you count."""


def unique_visitors(visits, staff):
    customers = len(set(visits))

    return customers
