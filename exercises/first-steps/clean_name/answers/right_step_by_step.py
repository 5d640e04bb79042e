def clean_name(typed):
    upper = typed.upper()
    trimmed = upper.strip()
    clean = trimmed.replace(" ", ".")

    return clean
