"""You return the first free seat, even if the one beside it is taken. Look at its neighbour too."""


def two_together(seats):
    for row in range(len(seats)):
        for seat in range(len(seats[row])):
            if seats[row][seat]:
                return row, seat
    return None
