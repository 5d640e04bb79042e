def unique_visitors(visits, staff):
    """Count the different customers among the visits, without the staff."""
    customers = len(set(visits) - set(staff))

    return customers
