def clean_name(typed):
    clean = typed.lstrip().upper().replace(" ", ".")

    return clean
