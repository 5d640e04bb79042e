def invert_catalogue(catalogue):
    """Make a dictionary from code to name out of one from name to code."""
    by_code = {code: name for name, code in catalogue.items()}

    return by_code
