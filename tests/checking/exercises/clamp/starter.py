def clamp(value, low, high):
    """Keep `value` between `low` and `high`."""
