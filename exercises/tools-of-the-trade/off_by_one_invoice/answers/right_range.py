def invoice_days(first_day, last_day):
    """Return how many days are charged, from the first to the last."""
    days = len(range(first_day, last_day + 1))
    if days == 0:
        raise ValueError("a stay cannot end before it begins")
    return days


def invoice(stays):
    """Return what all stays cost together, in cents."""
    return sum(invoice_days(stay["from"], stay["to"]) * stay["rate"] for stay in stays)
