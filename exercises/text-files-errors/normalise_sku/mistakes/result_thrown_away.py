"""You call the right methods, but their results are lost: a string never changes, each method makes
a new one. Keep what comes back under a name, or go on working with it."""


def normalise_sku(text):
    text.strip()
    text.upper()
    text.replace("_", "-")
    text.replace(" ", "-")
    return text
