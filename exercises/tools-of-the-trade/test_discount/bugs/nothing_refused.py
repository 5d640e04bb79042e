"""An order of 0.00 is refused, such as one that a voucher has paid."""


def discounted(amount):
    """Return what the customer pays for an order of `amount` cents."""
    if amount <= 0:
        raise ValueError(f"an order cannot cost {amount} cents")
    if amount >= 20_000:
        percent = 80
    elif amount >= 5_000:
        percent = 90
    else:
        percent = 100
    return amount * percent // 100
