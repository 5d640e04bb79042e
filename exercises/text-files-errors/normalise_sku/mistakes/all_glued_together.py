"""The separators are gone, and nothing has replaced them: `TEA` and `01` are glued together. There is one hyphen between two
parts."""


def normalise_sku(text):
    return text.upper().replace(" ", "").replace("_", "").replace("-", "")
