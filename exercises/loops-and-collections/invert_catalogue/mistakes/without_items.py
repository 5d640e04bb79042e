"""A loop over a dictionary gives only its keys, and a string cannot be unpacked into name and code. Ask for key
and value together."""


def invert_catalogue(catalogue):
    by_code = {code: name for name, code in catalogue}

    return by_code
