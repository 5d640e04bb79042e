"""A negative amount raises another error, which callers do not expect."""


def discounted(amount):
    """Return what the customer pays for an order of `amount` cents."""
    assert amount >= 0, f"an order cannot cost {amount} cents"
    if amount >= 20_000:
        percent = 80
    elif amount >= 5_000:
        percent = 90
    else:
        percent = 100
    return amount * percent // 100
