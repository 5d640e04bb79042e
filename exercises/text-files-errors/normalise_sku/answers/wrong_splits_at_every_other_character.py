import re


def normalise_sku(text):
    return "-".join(part for part in re.split(r"[^A-Z0-9]+", text.upper()) if part)
