"""You are half-way there: orders from 50 euros get 10 now. Those from 100 euros get 10 as well, because the
condition about 5000 is true for them too and decides first."""


def discount_percent(total_cents):
    if total_cents >= 5000:
        percent = 10
    elif total_cents >= 10000:
        percent = 15
    elif total_cents >= 2000:
        percent = 5
    else:
        percent = 0

    return percent
