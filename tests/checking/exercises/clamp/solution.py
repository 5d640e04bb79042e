def clamp(value, low, high):
    """Keep `value` between `low` and `high`."""
    return max(low, min(value, high))
