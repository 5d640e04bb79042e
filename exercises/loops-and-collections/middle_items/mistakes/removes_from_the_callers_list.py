"""The values are right, but you took them out of the list that was handed in, and it belongs to somebody else.
Make a new list. A slice does that."""


def middle_items(times, edge):
    how_many = len(times) - 2 * edge
    if how_many < 0:
        how_many = 0
    del times[:edge]
    del times[how_many:]
    middle = times

    return middle
