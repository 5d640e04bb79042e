"""Now there is one day too many. From 62 to 64 there are three days: one more than the difference, not
two more."""


def invoice_days(first_day, last_day):
    """Return how many days are charged, from the first to the last."""
    if last_day < first_day:
        raise ValueError(f"the stay ends on day {last_day}, before day {first_day}")
    return last_day - first_day + 2


def invoice(stays):
    """Return what all stays cost together, in cents."""
    total = 0
    for stay in stays:
        total = total + invoice_days(stay["from"], stay["to"]) * stay["rate"]
    return total
