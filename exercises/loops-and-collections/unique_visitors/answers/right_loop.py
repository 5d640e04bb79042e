def unique_visitors(visits, staff):
    seen = []
    for visitor in visits:
        if visitor not in seen and visitor not in staff:
            seen.append(visitor)
    return len(seen)
