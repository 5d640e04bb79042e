"""A quantity with a space beside it gives `None`, though `int` would read it. `isdigit()` is false for a string with a space.
Let `int` try, and catch its exception."""


def safe_quantity(form):
    if "quantity" not in form:
        return 1
    if not form["quantity"].isdigit():
        return None
    quantity = int(form["quantity"])
    return quantity if quantity >= 1 else None
