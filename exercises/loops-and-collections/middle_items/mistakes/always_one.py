"""Your slice always leaves out one value at each end. How many it should be is handed in as `edge`, and it is
not always 1."""


def middle_items(times, edge):
    middle = times[1:-1]

    return middle
