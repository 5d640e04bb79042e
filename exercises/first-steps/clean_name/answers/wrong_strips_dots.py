def clean_name(typed):
    clean = typed.upper().replace(" ", ".").strip(".")
    return clean
