def join_orders(orders, customers, blocked):
    """Return (order, name) for every order whose customer is not blocked."""
    names = dict(reversed(customers))
    banned = frozenset(blocked)
    joined = []
    for order, number in orders:
        if number in banned:
            continue
        joined.append((order, names[number] if number in names else "unknown"))
    return joined
