"""An order that came twice is where it came *last*. Keep it where you see it for the first time."""


def remove_duplicates_keep_order(orders):
    kept = []
    for order in orders:
        if order in kept:
            kept.remove(order)
        kept.append(order)

    return kept
