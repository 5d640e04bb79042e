"""Every separator becomes a hyphen of its own, so a space, a hyphen and a space give you three.
However many there are, they stand for one cut between two parts."""


def normalise_sku(text):
    return text.strip().upper().replace("_", "-").replace(" ", "-")
