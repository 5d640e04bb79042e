def two_together(seats):
    pair = None
    for r, row in enumerate(seats):
        before = False
        for s, free in enumerate(row):
            if before and free and pair is None:
                pair = (r, s - 1)
            before = free
    return pair
