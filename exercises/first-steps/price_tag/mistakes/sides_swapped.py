"""The name is on the right of its column and the price on the left. `<` points to the left, `>` to the right."""


def price_tag(name, cents):
    tag = f"{name:>12}{cents / 100:<8.2f} EUR"

    return tag
