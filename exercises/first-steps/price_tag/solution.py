def price_tag(name, cents):
    """Make a tag: the name on the left, the price in euros on the right."""
    tag = f"{name:<12}{cents / 100:>8.2f} EUR"

    return tag
