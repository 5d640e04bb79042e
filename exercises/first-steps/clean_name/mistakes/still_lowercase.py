"""Dots and ends are right, but the label printer wants every letter in uppercase."""


def clean_name(typed):
    clean = typed.strip().replace(" ", ".")

    return clean
