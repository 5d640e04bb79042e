"""Name and price are right, but they don't line up. Each of them needs its width after the colon."""


def price_tag(name, cents):
    tag = f"{name} {cents / 100:.2f} EUR"

    return tag
