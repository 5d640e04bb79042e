def invert_catalogue(catalogue):
    by_code = {code: name for name, code in sorted(catalogue.items())}

    return by_code
