def invert_catalogue(catalogue):
    return {catalogue[name]: name for name in catalogue}
