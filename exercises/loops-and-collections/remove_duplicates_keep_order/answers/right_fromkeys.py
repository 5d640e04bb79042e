def remove_duplicates_keep_order(orders):
    return list(dict.fromkeys(orders))
