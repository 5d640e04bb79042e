"""Collect the parts in a list first, put the separators in at the end. A fourth and a fifth option are
then one line each; for two options it is a little longer."""


def format_address(name, street, city, *, company=None, country="Portugal", separator="\n"):
    """Return an address as text, its parts with a separator in between."""
    parts = [name, street, city]
    if company:
        parts = [company, *parts]
    if country != "Portugal":
        parts = [*parts, country]
    address = parts[0]
    for part in parts[1:]:
        address = f"{address}{separator}{part}"
    return address
