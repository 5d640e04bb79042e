"""The names run into each other: the space in the middle is gone instead of becoming a dot."""


def clean_name(typed):
    clean = typed.replace(" ", "").upper()

    return clean
