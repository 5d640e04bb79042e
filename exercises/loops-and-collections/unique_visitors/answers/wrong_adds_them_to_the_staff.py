def unique_visitors(visits, staff):
    seen = staff
    customers = 0
    for visitor in visits:
        if visitor not in seen:
            seen.append(visitor)
            customers += 1

    return customers
