def remove_duplicates_keep_order(orders):
    kept = []
    for o in orders:
        if o not in kept[-2:]:
            kept.append(o)
    return kept
