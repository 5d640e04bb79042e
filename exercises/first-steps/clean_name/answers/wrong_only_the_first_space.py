def clean_name(typed):
    clean = typed.strip().upper().replace(" ", ".", 1)

    return clean
