def discount_percent(total_cents):
    if total_cents < 2000:
        return 0
    return 5 + 5 * (total_cents // 5000)
