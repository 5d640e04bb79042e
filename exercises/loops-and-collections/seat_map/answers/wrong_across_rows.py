def two_together(seats):
    before = False
    for row in range(len(seats)):
        for seat in range(len(seats[row])):
            if before and seats[row][seat]:
                return row, seat - 1
            before = seats[row][seat]
    return None
