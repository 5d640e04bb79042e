def invoice_days(first_day, last_day):
    if last_day < first_day:
        raise ValueError("the stay ends before it begins")
    return last_day - first_day + 1


def invoice(stays):
    return sum((stay["to"] - stay["from"] + 1) * stay["rate"] for stay in stays)
