def remove_duplicates_keep_order(orders):
    """Make a list with each order once, where it came first."""
    kept = []
    seen = set()
    for order in orders:
        if order not in seen:
            seen.add(order)
            kept.append(order)

    return kept
