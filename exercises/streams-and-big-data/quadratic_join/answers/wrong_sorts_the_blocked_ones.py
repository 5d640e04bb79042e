def join_orders(orders, customers, blocked):
    names = {}
    for number, name in customers:
        names.setdefault(number, name)
    bad = set(blocked)
    blocked.sort()
    return [(o, names.get(c, "unknown")) for o, c in orders if c not in bad]
