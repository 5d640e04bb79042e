def discount_percent(total_cents):
    if total_cents in range(2000, 5000):
        return 5
    if total_cents in range(5000, 10000):
        return 10
    if total_cents in range(10000, 20000):
        return 15
    return 0
