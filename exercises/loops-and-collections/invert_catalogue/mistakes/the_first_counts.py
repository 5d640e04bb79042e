"""When two names share a code, you keep the earlier one. The later one is the newer product."""


def invert_catalogue(catalogue):
    backwards = list(catalogue.items())[::-1]
    by_code = {code: name for name, code in backwards}

    return by_code
