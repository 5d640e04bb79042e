"""There are dots where the spaces at the ends used to be. Those spaces should go away before the others become
dots."""


def clean_name(typed):
    clean = typed.replace(" ", ".").upper()

    return clean
