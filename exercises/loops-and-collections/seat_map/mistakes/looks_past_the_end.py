"""At the end of a row Python stops with an IndexError: the last seat has no neighbour on its right. Stop one seat
earlier."""


def two_together(seats):
    for row in range(len(seats)):
        for seat in range(len(seats[row])):
            if seats[row][seat] and seats[row][seat + 1]:
                return row, seat
    return None
