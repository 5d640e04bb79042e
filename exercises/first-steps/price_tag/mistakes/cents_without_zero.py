"""With 5 cents your tag shows `0.5`, which reads as fifty. A number is shown without a leading zero, unless you
ask for two digits."""


def price_tag(name, cents):
    tag = f"{name:<12}{cents // 100:>5}.{cents % 100} EUR"

    return tag
