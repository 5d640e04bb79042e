def remove_duplicates_keep_order(orders):
    if len(set(orders)) == len(orders):
        return orders
    return list(dict.fromkeys(orders))
