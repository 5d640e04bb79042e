def discount_percent(total_cents):
    if total_cents >= 10000:
        percent = 15
    elif total_cents > 5000:
        percent = 10
    elif total_cents >= 2000:
        percent = 5
    else:
        percent = 0

    return percent
