"""First the front is cut off, then the end. Two short steps are easier to check in your head than one long
slice. The price is a list in between that is only needed for a moment."""


def middle_items(times, edge):
    """Make a list without the first and the last `edge` values."""
    without_start = times[edge:]
    how_many = len(times) - 2 * edge
    if how_many < 0:
        how_many = 0
    middle = without_start[:how_many]

    return middle
