"""Your dictionary is the same as before: the name is still the key. What comes before the colon becomes the key."""


def invert_catalogue(catalogue):
    by_code = {name: code for name, code in catalogue.items()}

    return by_code
