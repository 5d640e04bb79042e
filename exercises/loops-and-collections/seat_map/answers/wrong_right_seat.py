def two_together(seats):
    for row in range(len(seats)):
        for seat in range(1, len(seats[row])):
            if seats[row][seat] and seats[row][seat - 1]:
                return row, seat
    return None
