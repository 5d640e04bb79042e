"""You leave out the first values, but the last ones are still there. Both ends lose `edge` values."""


def middle_items(times, edge):
    middle = times[edge:]

    return middle
