def unique_visitors(visits, staff):
    return len(set(visits) ^ set(staff))
