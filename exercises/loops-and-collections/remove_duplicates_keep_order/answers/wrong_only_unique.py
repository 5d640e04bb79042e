def remove_duplicates_keep_order(orders):
    return [order for order in orders if orders.count(order) == 1]
