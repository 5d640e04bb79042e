"""`dict` keeps the last value of a key. Fed from the end of the list, the last one it sees
is the first entry: one line in place of a loop, for readers who notice `reversed`."""


def join_orders(orders, customers, blocked):
    """Return (order, name) for every order whose customer is not blocked.

    `orders` are tuples (order, customer id), `customers` tuples (customer id, name),
    `blocked` is a list of customer ids. The first entry of a customer counts.
    """
    blocked_ids = set(blocked)
    names = dict(reversed(customers))
    return [
        (order, names.get(customer_id, "unknown"))
        for order, customer_id in orders
        if customer_id not in blocked_ids
    ]
