"""The text comes back as it was. A string never changes: each method returns a new one. Keep what it returns."""


def normalise_sku(text):
    text.strip()
    text.upper()
    text.replace("_", "-")
    text.replace(" ", "-")
    return text
