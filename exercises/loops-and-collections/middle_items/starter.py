def middle_items(times, edge):
    """Make a list without the first and the last `edge` values."""
    middle = []

    return middle
