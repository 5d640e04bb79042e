"""A loop over the characters needs no chain of `replace`, and another separator is one more
character in `SEPARATORS`. It is longer, and you have to think about the last part yourself."""

SEPARATORS = " _-\n"


def normalise_sku(text):
    """Return the SKU in capitals, with one hyphen between its parts."""
    parts = [""]
    for character in text.upper():
        if character not in SEPARATORS:
            parts[-1] += character
        elif parts[-1]:
            parts.append("")
    return "-".join([part for part in parts if part])
