def clean_name(typed):
    clean = "".join(c if c.isalpha() or c == "." else "." if c == " " else "" for c in typed.strip())
    return clean.upper()
