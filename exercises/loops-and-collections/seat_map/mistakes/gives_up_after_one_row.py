"""Only the first row is searched. You know that there is no pair only after *every* row, so that answer has to wait
until both loops are over."""


def two_together(seats):
    for row in range(len(seats)):
        for seat in range(len(seats[row]) - 1):
            if seats[row][seat] and seats[row][seat + 1]:
                return row, seat
        return None
