def unique_visitors(visits, staff):
    customers = set(visits)
    customers.difference_update(staff)
    return len(customers)
