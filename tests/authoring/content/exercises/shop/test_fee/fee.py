def fee(days):
    """Return the fee for days of delay."""
    if days > 3:
        return 5
    return 0
