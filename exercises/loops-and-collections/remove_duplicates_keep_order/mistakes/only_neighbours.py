"""Repeated orders are dropped only when they are right next to each other. Remember *all* the orders you have
seen."""


def remove_duplicates_keep_order(orders):
    kept = []
    for order in orders:
        if len(kept) == 0 or order != kept[-1]:
            kept.append(order)

    return kept
