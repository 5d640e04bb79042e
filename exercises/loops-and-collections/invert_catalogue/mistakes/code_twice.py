"""Each code leads to itself. The code is the key, and the name is the value."""


def invert_catalogue(catalogue):
    by_code = {code: code for name, code in catalogue.items()}

    return by_code
