def invert_catalogue(catalogue):
    return {code.lower(): name for name, code in catalogue.items()}
