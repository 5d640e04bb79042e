"""One value too many is missing at the end. A slice already stops *before* its second number."""


def middle_items(times, edge):
    middle = times[edge : len(times) - edge - 1]

    return middle
