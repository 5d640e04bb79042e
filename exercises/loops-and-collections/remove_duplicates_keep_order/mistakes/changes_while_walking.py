"""The caller's list has changed, and the loop skips what moves up when something is taken out. Collect what
stays in a new list."""


def remove_duplicates_keep_order(orders):
    seen = set()
    for order in orders:
        if order in seen:
            orders.remove(order)
        seen.add(order)
    kept = orders

    return kept
