def unique_visitors(visits, staff):
    return len(set(visits)) - sum(1 for visitor in visits if visitor in staff)
