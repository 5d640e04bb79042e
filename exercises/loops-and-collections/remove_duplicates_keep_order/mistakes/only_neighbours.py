"""You compare each order with the one before it, so repeated ones are found only when they stand together."""


def remove_duplicates_keep_order(orders):
    kept = []
    for order in orders:
        if len(kept) == 0 or order != kept[-1]:
            kept.append(order)

    return kept
