"""You count the staff who did *not* visit. With `-` the order matters: what should remain is on the left."""


def unique_visitors(visits, staff):
    customers = len(set(staff) - set(visits))

    return customers
