def discount_percent(total_cents):
    if total_cents < 2000:
        return 0
    if total_cents < 5000:
        return 5
    if total_cents < 10000:
        return 10
    return 15
