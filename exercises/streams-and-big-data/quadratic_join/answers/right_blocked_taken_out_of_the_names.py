def join_orders(orders, customers, blocked):
    name_of = {}
    for customer_id, name in customers:
        if customer_id not in name_of:
            name_of[customer_id] = name
    skip = dict.fromkeys(blocked, True)
    wanted = filter(lambda pair: not skip.get(pair[1], False), orders)
    return [(order, name_of.get(customer_id, "unknown")) for order, customer_id in wanted]
