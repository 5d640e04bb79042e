"""The name comes out exactly as it was typed. A method of a string makes a new string and leaves the old one
alone, so the result needs a name."""


def clean_name(typed):
    typed.strip()
    typed.replace(" ", ".")
    typed.upper()
    clean = typed

    return clean
