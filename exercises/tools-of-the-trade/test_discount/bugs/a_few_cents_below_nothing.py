"""A negative amount of a few cents is accepted: it is rounded to whole euros first."""


def discounted(amount):
    """Return what the customer pays for an order of `amount` cents."""
    if round(amount / 100) < 0:
        raise ValueError(f"an order cannot cost {amount} cents")
    if amount >= 20_000:
        percent = 80
    elif amount >= 5_000:
        percent = 90
    else:
        percent = 100
    return amount * percent // 100
