"""Every separator becomes a hyphen, so a space, a hyphen and a space give you three. However many there are, they separate two
parts only once."""


def normalise_sku(text):
    return text.strip().upper().replace("_", "-").replace(" ", "-")
