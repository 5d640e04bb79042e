def remove_duplicates_keep_order(orders):
    seen = set()
    kept = []
    for order in orders:
        if order and order not in seen:
            kept.append(order)
            seen.add(order)
    return kept
