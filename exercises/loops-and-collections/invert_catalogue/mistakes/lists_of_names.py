"""Your values are lists. When two names share a code, the later one counts, so each code leads to one name."""


def invert_catalogue(catalogue):
    by_code = {code: [name] for name, code in catalogue.items()}

    return by_code
