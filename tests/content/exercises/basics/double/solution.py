def double(n):
    """Return twice n."""
    return n * 2
