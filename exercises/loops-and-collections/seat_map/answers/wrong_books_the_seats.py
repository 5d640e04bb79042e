def two_together(seats):
    for r, row in enumerate(seats):
        for s in range(len(row) - 1):
            if row[s] and row[s + 1]:
                row[s] = row[s + 1] = False
                return (r, s)
    return None
