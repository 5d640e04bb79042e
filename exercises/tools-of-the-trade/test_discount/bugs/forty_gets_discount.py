"""An order from 40.00 on gets 10 % off already."""


def discounted(amount):
    """Return what the customer pays for an order of `amount` cents."""
    if amount < 0:
        raise ValueError(f"an order cannot cost {amount} cents")
    if amount >= 20_000:
        percent = 80
    elif amount >= 4_000:
        percent = 90
    else:
        percent = 100
    return amount * percent // 100
