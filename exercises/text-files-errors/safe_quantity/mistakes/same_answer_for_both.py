"""A missing field and a word get the same answer from you. They mean different things: the old app
cannot send a quantity, so there it is 1. Give each exception its own branch."""


def safe_quantity(form):
    try:
        quantity = int(form["quantity"])
    except (KeyError, ValueError):
        return None
    return quantity if quantity >= 1 else None
