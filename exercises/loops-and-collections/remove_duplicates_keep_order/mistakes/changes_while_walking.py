"""You take orders out of the list that you are walking through. It belongs to the caller, and the loop skips what
moves up. Collect what stays in a new list."""


def remove_duplicates_keep_order(orders):
    seen = set()
    for order in orders:
        if order in seen:
            orders.remove(order)
        seen.add(order)
    kept = orders

    return kept
