def two_together(seats):
    for row in range(len(seats)):
        for seat in range(len(seats[row]) - 1):
            if seats[row][seat] and seats[row][seat + 1]:
                return row, seat
    return None
