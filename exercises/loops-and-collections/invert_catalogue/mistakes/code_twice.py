"""Each code leads to itself. Before the colon stands the code, and after it the name."""


def invert_catalogue(catalogue):
    by_code = {code: code for name, code in catalogue.items()}

    return by_code
