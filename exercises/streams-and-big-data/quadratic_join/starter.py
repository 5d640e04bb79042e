def join_orders(orders, customers, blocked):
    """Return (order, name) for every order whose customer is not blocked.

    `orders` are tuples (order, customer id), `customers` tuples (customer id, name),
    `blocked` is a list of customer ids. The first entry of a customer counts.
    """
    joined = []
    for order, customer_id in orders:
        if customer_id in blocked:
            continue
        name = "unknown"
        for known_id, known_name in customers:
            if known_id == customer_id:
                name = known_name
                break
        joined.append((order, name))
    return joined
