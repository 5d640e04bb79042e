"""Two separators in a row, or one at the end, give you a hyphen too many. `split(" ")` cuts at every single space and returns
empty parts; look at `split()` without an argument."""


def normalise_sku(text):
    spaced = text.upper().replace("_", " ").replace("-", " ")
    return "-".join(spaced.split(" "))
