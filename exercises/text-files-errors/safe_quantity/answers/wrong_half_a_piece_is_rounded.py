def safe_quantity(form):
    """Return the quantity: 1 if it is missing, None if it makes no sense."""
    try:
        typed = form["quantity"]
    except KeyError:
        return 1
    try:
        quantity = int(float(typed))
    except ValueError:
        return None
    if quantity < 1:
        return None
    return quantity
