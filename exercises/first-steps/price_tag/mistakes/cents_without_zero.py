"""With 5 cents your tag shows `0.5`, which is fifty. What is left over is a plain number, shown without a zero
in front, unless you ask for two digits."""


def price_tag(name, cents):
    tag = f"{name:<12}{cents // 100:>5}.{cents % 100} EUR"

    return tag
