def first():
    """Return the first number."""
    return 1
