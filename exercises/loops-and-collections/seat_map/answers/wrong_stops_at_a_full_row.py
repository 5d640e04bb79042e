def two_together(seats):
    for r, row in enumerate(seats):
        free = [s for s, seat in enumerate(row) if seat]
        for s in free:
            if s + 1 in free:
                return r, s
        if not free and r > 0:
            return None
    return None
