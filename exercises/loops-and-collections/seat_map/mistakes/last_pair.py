"""You return the last pair in the cinema, and the first one counts. Stop as soon as you have found one."""


def two_together(seats):
    found = None
    for row in range(len(seats)):
        for seat in range(len(seats[row]) - 1):
            if seats[row][seat] and seats[row][seat + 1]:
                found = row, seat
    return found
