"""Without a set: it asks the new list itself. That is shorter, and right. For a long list it becomes slow,
because `in` searches the list from the front every time."""


def remove_duplicates_keep_order(orders):
    """Make a list with each order once, where it came first."""
    kept = []
    for order in orders:
        if order not in kept:
            kept.append(order)

    return kept
