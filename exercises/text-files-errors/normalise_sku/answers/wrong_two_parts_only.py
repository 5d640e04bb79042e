def normalise_sku(text):
    """Return the SKU in capitals, with one hyphen between its parts."""
    spaced = text.upper().replace("_", " ").replace("-", " ")
    return "-".join(spaced.split()[:2])
