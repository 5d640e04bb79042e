"""The columns are right, but a price of 450 cents shows as 4.5. After the width, say how many decimals you want,
so that zeros at the end are kept."""


def price_tag(name, cents):
    tag = f"{name:<12}{cents / 100:>8} EUR"

    return tag
