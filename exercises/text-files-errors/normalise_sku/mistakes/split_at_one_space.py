"""`split(" ")` cuts at every single space. Two spaces, or one at the end, give empty parts, and
each empty part brings a hyphen too many. Look at `split()` without an argument."""


def normalise_sku(text):
    spaced = text.upper().replace("_", " ").replace("-", " ")
    return "-".join(spaced.split(" "))
