"""One `try` with two branches is shorter. Each branch must then be sure which line it is about;
here it is, because only the look-up raises KeyError and only `int` raises ValueError."""


def safe_quantity(form):
    """Return the quantity: 1 if it is missing, None if it makes no sense."""
    try:
        quantity = int(form["quantity"])
    except KeyError:
        return 1
    except ValueError:
        return None
    return quantity if quantity >= 1 else None
