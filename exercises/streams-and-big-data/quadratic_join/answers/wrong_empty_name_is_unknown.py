def join_orders(orders, customers, blocked):
    """Return (order, name) for every order whose customer is not blocked.

    `orders` are tuples (order, customer id), `customers` tuples (customer id, name),
    `blocked` is a list of customer ids. The first entry of a customer counts.
    """
    blocked_ids = set(blocked)
    names = {}
    for customer_id, name in customers:
        names.setdefault(customer_id, name)
    return [
        (order, names.get(customer_id) or "unknown")
        for order, customer_id in orders
        if customer_id not in blocked_ids
    ]
