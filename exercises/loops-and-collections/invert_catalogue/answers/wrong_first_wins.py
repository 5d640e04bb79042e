def invert_catalogue(catalogue):
    by_code = {}
    for name, code in catalogue.items():
        by_code.setdefault(code, name)
    return {code: name for code, name in by_code.items()}
