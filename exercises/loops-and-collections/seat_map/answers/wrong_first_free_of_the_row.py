def two_together(seats):
    for row in seats:
        for seat in range(len(row) - 1):
            if row[seat] and row[seat + 1]:
                return (seats.index(row), row.index(True))
    return None
