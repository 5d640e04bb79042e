"""Euros and cents stay whole numbers, so no decimal number can be a tiny bit off. You have to think of the
zero in front of the cents, and of how the two widths add up to 8."""


def price_tag(name, cents):
    """Make a tag: the name on the left, the price in euros on the right."""
    tag = f"{name:<12}{cents // 100:>5}.{cents % 100:02} EUR"

    return tag
