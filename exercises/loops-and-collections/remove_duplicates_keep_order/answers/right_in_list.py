def remove_duplicates_keep_order(orders):
    kept = []
    for order in orders:
        if order not in kept:
            kept.append(order)
    return kept
