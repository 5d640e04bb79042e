"""The separators are gone, and nothing took their place: `TEA` and `01` are glued together. Cut the
text into its parts, then put a hyphen between them."""


def normalise_sku(text):
    return text.upper().replace(" ", "").replace("_", "").replace("-", "")
