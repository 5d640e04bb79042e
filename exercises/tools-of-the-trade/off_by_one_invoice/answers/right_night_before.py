def invoice_days(first_day, last_day):
    before_the_stay = first_day - 1
    days = last_day - before_the_stay
    if days < 1:
        raise ValueError(f"day {last_day} is before day {first_day}")
    return days


def invoice(stays):
    total = 0
    for stay in stays:
        days = invoice_days(stay["from"], stay["to"])
        total += days * stay["rate"]
    return total
