def normalise_sku(text):
    """Return the SKU in the warehouse's form: capitals, one hyphen between the parts."""
