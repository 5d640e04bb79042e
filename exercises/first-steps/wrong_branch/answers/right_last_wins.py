def discount_percent(total_cents):
    percent = 0
    if total_cents >= 2000:
        percent = 5
    if total_cents >= 5000:
        percent = 10
    if total_cents >= 10000:
        percent = 15

    return percent
