"""You return the customers themselves. How many there are is wanted."""


def unique_visitors(visits, staff):
    customers = set(visits) - set(staff)

    return customers
