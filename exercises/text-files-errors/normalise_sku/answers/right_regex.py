import re


def normalise_sku(text):
    return re.sub(r"[\s_-]+", "-", text.upper()).strip("-")
