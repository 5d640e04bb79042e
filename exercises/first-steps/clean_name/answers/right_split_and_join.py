def clean_name(typed):
    return ".".join(typed.upper().split())
