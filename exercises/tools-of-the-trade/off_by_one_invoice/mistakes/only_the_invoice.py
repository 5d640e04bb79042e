"""You added the missing day in `invoice`. The invoice is right, and `invoice_days` still
counts one day too few for everyone else who calls it. Fix it where it goes wrong."""


def invoice_days(first_day, last_day):
    """Return how many days are charged, from the first to the last."""
    if last_day < first_day:
        raise ValueError(f"the stay ends on day {last_day}, before day {first_day}")
    return last_day - first_day


def invoice(stays):
    """Return what all stays cost together, in cents."""
    total = 0
    for stay in stays:
        total = total + invoice_days(stay["from"], stay["to"] + 1) * stay["rate"]
    return total
