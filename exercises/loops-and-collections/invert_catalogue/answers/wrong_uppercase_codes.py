def invert_catalogue(catalogue):
    by_code = {code.upper(): name for name, code in catalogue.items()}
    return by_code
