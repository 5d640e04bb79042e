def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""
