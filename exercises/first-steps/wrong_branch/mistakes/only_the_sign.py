"""You corrected the sign before 10000, but that condition is never asked: 10000 is also at least 2000, and the
first true condition wins."""


def discount_percent(total_cents):
    if total_cents >= 2000:
        percent = 5
    elif total_cents >= 5000:
        percent = 10
    elif total_cents >= 10000:
        percent = 15
    else:
        percent = 0

    return percent
