"""Your tag shows the number of cents as if they were euros: 450.00 instead of 4.50. A hundred cents make one
euro."""


def price_tag(name, cents):
    tag = f"{name:<12}{cents:>8.2f} EUR"

    return tag
