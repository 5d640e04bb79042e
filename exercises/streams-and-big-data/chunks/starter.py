def chunks(items, size):
    """Yield lists of `size` items each; the last one may be shorter."""
