def unique_visitors(visits, staff):
    customers = len(set(visits))
    for person in staff:
        if person in visits:
            customers -= 1
    return customers
