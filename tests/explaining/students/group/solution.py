def group(orders):
    found = {}
    for customer, amount in orders:
        found.setdefault(customer, []).append(amount)
    return found
