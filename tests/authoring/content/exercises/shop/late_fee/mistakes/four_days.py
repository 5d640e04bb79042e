"""You let four days go free; only three are."""


def late_fee(days):
    """Return the fee for days of delay."""
    if days > 4:
        return 5
    return 0
