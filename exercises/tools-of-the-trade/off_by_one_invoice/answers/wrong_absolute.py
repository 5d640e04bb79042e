def invoice_days(first_day, last_day):
    return abs(last_day - first_day) + 1


def invoice(stays):
    total = 0
    for stay in stays:
        total = total + invoice_days(stay["from"], stay["to"]) * stay["rate"]
    return total
