def price_tag(name, cents):
    """Make a tag: the name on the left, the price in euros on the right."""
    tag = ""

    return tag
