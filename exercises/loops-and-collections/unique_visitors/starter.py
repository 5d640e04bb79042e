def unique_visitors(visits, staff):
    """Count the different customers among the visits, without the staff."""
    customers = 0

    return customers
