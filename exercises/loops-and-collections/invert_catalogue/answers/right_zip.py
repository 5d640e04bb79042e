def invert_catalogue(catalogue):
    by_code = {code: name for code, name in zip(catalogue.values(), catalogue.keys())}
    return by_code
