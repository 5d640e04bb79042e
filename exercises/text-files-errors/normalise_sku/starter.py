def normalise_sku(text):
    """Return the SKU in capitals, with one hyphen between its parts."""
