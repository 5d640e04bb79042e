"""You are half-way: orders from 50 euros get 10 now. Those from 100 euros get 10 as well, because the question
about 10000 still comes after a wider one."""


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
