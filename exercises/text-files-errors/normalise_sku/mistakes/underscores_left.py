"""Spaces and hyphens come out right, but `tea_01` still has its underscore. It separates parts, too."""


def normalise_sku(text):
    return "-".join(text.upper().replace("-", " ").split())
