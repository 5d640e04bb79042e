def remove_duplicates_keep_order(orders):
    return sorted(set(orders))
