"""The values are right, but they are missing from the list that was passed in, and that belongs to the caller.
Make a new list. A slice does that."""


def middle_items(times, edge):
    how_many = len(times) - 2 * edge
    if how_many < 0:
        how_many = 0
    del times[:edge]
    del times[how_many:]
    middle = times

    return middle
