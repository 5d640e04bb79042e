def invert_catalogue(catalogue):
    """Make a dictionary from code to name out of one from name to code."""
    by_code = {}

    return by_code
